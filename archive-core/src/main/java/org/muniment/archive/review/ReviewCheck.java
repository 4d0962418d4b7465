package org.muniment.archive.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Agreement;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.CustodyEvent.ItemCoded;
import org.muniment.archive.ledger.CustodyEvent.RedactionsDecided;
import org.muniment.archive.ledger.Ledger;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Checks what reviewers decided against the ledger: that no decision and no redaction of an item is gone, added or changed.
 * Proposals that wait for a person are not in the ledger. Changes nothing, and runs while the archive is in use.
 */
public final class ReviewCheck {
    private static final int PORTION = 500;
    private static final String REVIEWED = "select distinct item from (select item from coding where review_set = ?"
            + " union select item from redaction where review_set = ?) reviewed where item > ? order by item limit "
            + PORTION;

    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final Set<Named> unsettled = new TreeSet<>();
    private final Map<String, ReviewSet> sets = new TreeMap<>();

    /** An item in a set, as the ledger has it. */
    private record Named(String set, String item) implements Comparable<Named> {
        @Override
        public int compareTo(Named other) {
            int order = set.compareTo(other.set);
            return order == 0 ? item.compareTo(other.item) : order;
        }
    }

    /** @param reader where committed state is read */
    public ReviewCheck(DataSource reader, Ledger ledger) {
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
    }

    /** Checks every item that was reviewed, says the register; what is found is named by the item. */
    public List<Agreement.Finding> registered() {
        sets.clear();
        reader.queryForList("select review_set from coding union select review_set from redaction", String.class)
                .forEach(name -> sets.put(new ReviewSet(name).inLedger(), new ReviewSet(name)));
        List<Agreement.Finding> found = new ArrayList<>();
        for (ReviewSet set : sets.values()) {
            List<String> items = page(set, "");
            while (!items.isEmpty()) {
                found.addAll(checked(set, items));
                items = page(set, items.getLast());
            }
        }
        return found;
    }

    private List<String> page(ReviewSet set, String after) {
        return reader.queryForList(REVIEWED, String.class, set.name(), set.name(), after);
    }

    /** What changes between looking at the rows and at the ledger is looked at again. */
    private List<Agreement.Finding> checked(ReviewSet set, List<String> items) {
        List<Agreement.Finding> found = readable(set, items);
        if (found.isEmpty()) {
            return found;
        }
        List<String> again =
                found.stream().map(Agreement.Finding::name).distinct().toList();
        return readable(set, again).stream().filter(found::contains).toList();
    }

    /** An item whose rows can't be read is named; the others are compared all the same. */
    private List<Agreement.Finding> readable(ReviewSet set, List<String> items) {
        try {
            return look(set, items);
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            return items.size() == 1
                    ? List.of(new Agreement.Finding(items.getFirst(), "can't be read in " + set))
                    : items.stream()
                            .flatMap(item -> readable(set, List.of(item)).stream())
                            .toList();
        }
    }

    private List<Agreement.Finding> look(ReviewSet set, List<String> items) {
        List<ItemId> ids = items.stream().map(ItemId::new).toList();
        Map<String, List<ItemCoded>> codings = new CodingRows(reader)
                .all(set, ids).stream().map(Codings::event).collect(Collectors.groupingBy(ItemCoded::item));
        RedactionRows rows = new RedactionRows(reader);
        Map<String, List<Redaction>> redactions = byItem(rows.of(set, ids));
        Map<String, List<Redaction>> steps = byItem(rows.steps(set, ids));
        Map<String, List<CustodyEvent>> noted = noted(set, items);
        List<Agreement.Finding> found = new ArrayList<>();
        for (String item : items) {
            List<CustodyEvent> events = noted.getOrDefault(item, List.of());
            if (!Agreement.of(ItemCoded.class, events).equals(codings.getOrDefault(item, List.of()))) {
                found.add(new Agreement.Finding(
                        item,
                        "was not decided on in " + set + " as the ledger says: by whom, when, how or on what ground"));
            }
            List<RedactionsDecided> decided = Agreement.of(RedactionsDecided.class, events);
            List<Redaction> now = redactions.getOrDefault(item, List.of());
            if (!agree(decided, now, steps.getOrDefault(item, List.of()))) {
                found.add(new Agreement.Finding(
                        item,
                        "is not redacted in " + set
                                + " as the ledger says: its redactions or their steps were changed"));
            }
        }
        return found;
    }

    private static Map<String, List<Redaction>> byItem(List<Redaction> redactions) {
        return redactions.stream()
                .collect(Collectors.groupingBy(one -> one.item().value()));
    }

    private Map<String, List<CustodyEvent>> noted(ReviewSet set, List<String> items) {
        String name = set.inLedger();
        return ledger.entriesFor(items).stream()
                .map(entry -> entry.event())
                .filter(event -> switch (event) {
                    case ItemCoded coded -> coded.set().equals(name);
                    case RedactionsDecided decided -> decided.set().equals(name);
                    case CustodyEvent other -> false;
                })
                .collect(Collectors.groupingBy(
                        event -> event instanceof ItemCoded coded ? coded.item() : ((RedactionsDecided) event).item()));
    }

    /** So many at once, by one person, one way; and each as it stood after its last step. */
    private static boolean agree(List<RedactionsDecided> noted, List<Redaction> now, List<Redaction> steps) {
        Map<String, Long> counted = noted.stream()
                .collect(Collectors.groupingBy(
                        one -> one.state() + one.at() + one.officer(),
                        Collectors.summingLong(RedactionsDecided::redactions)));
        Map<String, Long> taken = steps.stream()
                .filter(step -> step.state() != Redaction.State.SUGGESTED)
                .collect(Collectors.groupingBy(ReviewCheck::decided, Collectors.counting()));
        // The steps come oldest first, so that the last one of each stays.
        Map<RedactionId, Redaction> last =
                steps.stream().collect(Collectors.toMap(Redaction::id, Function.identity(), (older, newer) -> newer));
        String applied =
                noted.isEmpty() ? Redactions.digest(List.of()) : noted.getLast().applied();
        return counted.equals(taken)
                && Set.copyOf(now).equals(Set.copyOf(last.values()))
                && Redactions.digest(now).equals(applied);
    }

    private static String decided(Redaction step) {
        return step.state().name()
                + step.at()
                + (step.by() == null ? "" : step.by().name());
    }

    /** The ledger names a decision; call {@link #registered} first. */
    public void named(ItemCoded coded) {
        unsettled.add(new Named(coded.set(), coded.item()));
    }

    /** The ledger names redactions that were decided on; call {@link #registered} first. */
    public void named(RedactionsDecided decided) {
        unsettled.add(new Named(decided.set(), decided.item()));
    }

    /** Looks up what was named since the last time; gives what the register knows nothing of, named by the item. */
    public List<Agreement.Finding> settle() {
        Map<String, List<String>> items = unsettled.stream()
                .collect(Collectors.groupingBy(
                        Named::set, TreeMap::new, Collectors.mapping(Named::item, Collectors.toList())));
        unsettled.clear();
        List<Agreement.Finding> found = new ArrayList<>();
        items.forEach((set, named) -> {
            Set<String> missing = new TreeSet<>(named);
            ReviewSet known = sets.get(set);
            if (known != null) {
                missing.removeAll(there("coding", known, named));
                missing.removeAll(there("redaction", known, named));
            }
            missing.forEach(item -> found.add(new Agreement.Finding(
                    item, "was decided on in a review, says the ledger, and the register knows nothing of it")));
        });
        return found;
    }

    private Collection<String> there(String table, ReviewSet set, List<String> items) {
        List<Object> values = new ArrayList<>(List.of(set.name()));
        values.addAll(items);
        return reader.queryForList(
                "select distinct item from " + table + " where review_set = ? and item in (?"
                        + ", ?".repeat(items.size() - 1) + ")",
                String.class,
                values.toArray());
    }
}

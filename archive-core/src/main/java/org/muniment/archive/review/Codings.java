package org.muniment.archive.review;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Items;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.review.Coding.Ruling;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of reviewers' decisions. Rows are only ever added; of each item the latest in a set counts. Changes run in
 * the caller's transaction. Safe for many threads and processes.
 */
public final class Codings {
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final Items here;
    private final Items committed;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every decision is noted, in the same transaction
     */
    public Codings(DataSource writer, DataSource reader, Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.here = new Items(writer, writer, ledger);
        this.committed = new Items(writer, reader, ledger);
    }

    /**
     * Decides on items.
     *
     * @param copies whether exact copies of them, which differ in transport headers only, are decided alike; a copy that
     *     was decided otherwise before is decided anew
     * @return what was recorded, items named first, then copies; those that the same person decided just so already are
     *     left out
     * @throws ReviewRefused when the archive has no such item; nothing is recorded then
     */
    public List<Coding> code(
            ReviewSet set, Collection<ItemId> items, Ruling ruling, boolean copies, Officer by, Instant at) {
        long last = ReviewCount.CODING.take(writer);
        List<ItemId> named = items.stream().distinct().toList();
        Set<ItemId> registered = here.registered(named);
        named.stream().filter(item -> !registered.contains(item)).findFirst().ifPresent(missing -> {
            throw new ReviewRefused("There is no item " + missing + " in this archive");
        });
        Instant when = at.truncatedTo(ChronoUnit.MILLIS);
        Map<ItemId, Coding> wanted = new LinkedHashMap<>();
        named.forEach(item -> wanted.put(item, new Coding(set, item, ruling, by, when, null)));
        if (copies) {
            here.copies(named)
                    .forEach((item, others) -> others.forEach(
                            other -> wanted.putIfAbsent(other, new Coding(set, other, ruling, by, when, item))));
        }
        return add(set, wanted, last);
    }

    private List<Coding> add(ReviewSet set, Map<ItemId, Coding> wanted, long last) {
        CodingRows rows = new CodingRows(writer);
        rows.latest(set, wanted.keySet())
                .forEach(before ->
                        wanted.computeIfPresent(before.item(), (item, now) -> now.saysAs(before) ? null : now));
        List<Coding> added = List.copyOf(wanted.values());
        if (!added.isEmpty()) {
            rows.add(added, last);
            ReviewCount.CODING.give(writer, added.size());
            ledger.append(added.stream().map(Codings::event).toList());
        }
        return added;
    }

    /** What the ledger notes of a decision. */
    static CustodyEvent.ItemCoded event(Coding coding) {
        return new CustodyEvent.ItemCoded(
                coding.at(),
                coding.set().inLedger(),
                coding.item().value(),
                coding.decision().name(),
                coding.ruling().exemptions().stream().map(Exemption::id).collect(Collectors.joining(",")),
                coding.by().name());
    }

    /** The latest decision on each of these items, in their order; those without any are left out. */
    public Map<ItemId, Coding> latest(ReviewSet set, Collection<ItemId> items) {
        Map<ItemId, Coding> found = byItem(new CodingRows(reader).latest(set, items));
        Map<ItemId, Coding> ordered = new LinkedHashMap<>();
        for (ItemId item : items) {
            Coding coding = found.get(item);
            if (coding != null) {
                ordered.put(item, coding);
            }
        }
        return ordered;
    }

    /** The latest decision on every item of a set, in the order of ids. */
    public Map<ItemId, Coding> latest(ReviewSet set) {
        return byItem(new CodingRows(reader).latest(set));
    }

    private static Map<ItemId, Coding> byItem(List<Coding> codings) {
        Map<ItemId, Coding> found = new LinkedHashMap<>();
        codings.forEach(coding -> found.put(coding.item(), coding));
        return found;
    }

    /** All decisions on an item in a set, oldest first. */
    public List<Coding> history(ReviewSet set, ItemId item) {
        return new CodingRows(reader).history(set, item);
    }

    /** How many items each decision has now in a set; those with none are left out. */
    public Map<Decision, Long> counts(ReviewSet set) {
        return new CodingRows(reader).counts(set);
    }

    /** Every set in which something was decided, by name. */
    public List<ReviewSet> sets() {
        return reader.queryForList("select distinct review_set from coding order by review_set", String.class).stream()
                .map(ReviewSet::new)
                .sorted()
                .toList();
    }

    /**
     * The exact copies of items: those of the same duplicate group, without the item itself, in the order of ids; items
     * without any are left out.
     */
    public Map<ItemId, List<ItemId>> copies(Collection<ItemId> items) {
        return committed.copies(items);
    }
}

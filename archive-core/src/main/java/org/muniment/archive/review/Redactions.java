package org.muniment.archive.review;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.review.Redaction.State;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of redactions, proposed and decided. Every step stays on record. Changes run in the caller's transaction.
 * Safe for many threads and processes.
 */
public final class Redactions {
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every decision is noted, in the same transaction
     */
    public Redactions(DataSource writer, DataSource reader, Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
    }

    /**
     * Proposes redactions. What was proposed, applied or refused at the same place before stays as it is, and what lies within
     * something that is proposed or applied needs no proposal of its own.
     *
     * @return the new ones
     */
    public List<Redaction> suggest(Collection<Suggestion> suggestions, Instant at) {
        long last = ReviewCount.REDACTION.take(writer);
        RedactionRows rows = new RedactionRows(writer);
        Map<String, Redaction> known = known(rows, suggestions);
        Map<ItemId, List<Suggestion>> standing = new HashMap<>();
        known.values().stream()
                .filter(one -> one.state() != State.REFUSED)
                .forEach(one -> standing(standing, one.what()).add(one.what()));
        List<Redaction> added = new ArrayList<>();
        for (Suggestion one : suggestions) {
            List<Suggestion> there = standing(standing, one);
            if (!known.containsKey(RedactionRows.key(one)) && there.stream().noneMatch(other -> other.takesIn(one))) {
                added.add(
                        new Redaction(RedactionId.of(last + added.size() + 1), one, State.SUGGESTED, null, millis(at)));
                there.add(one);
            }
        }
        rows.add(added);
        ReviewCount.REDACTION.give(writer, added.size());
        return List.copyOf(added);
    }

    private static List<Suggestion> standing(Map<ItemId, List<Suggestion>> standing, Suggestion one) {
        return standing.computeIfAbsent(one.item(), any -> new ArrayList<>());
    }

    private static Map<String, Redaction> known(RedactionRows rows, Collection<Suggestion> suggestions) {
        Map<ReviewSet, Set<ItemId>> items = new LinkedHashMap<>();
        suggestions.forEach(
                one -> items.computeIfAbsent(one.set(), any -> new TreeSet<>()).add(one.item()));
        Map<String, Redaction> known = new HashMap<>();
        items.forEach((set, of) -> rows.of(set, of).forEach(one -> known.put(RedactionRows.key(one.what()), one)));
        return known;
    }

    /** Adds redactions that a person drew: applied at once. Refused or proposed ones at the same place become applied. */
    public List<Redaction> add(Collection<Suggestion> drawn, Officer by, Instant at) {
        long last = ReviewCount.REDACTION.take(writer);
        RedactionRows rows = new RedactionRows(writer);
        Map<String, Redaction> known = known(rows, drawn);
        Map<String, Redaction> added = new LinkedHashMap<>();
        List<Redaction> changed = new ArrayList<>();
        for (Suggestion one : drawn) {
            String key = RedactionRows.key(one);
            Redaction before = known.get(key);
            if (before == null) {
                added.putIfAbsent(
                        key,
                        new Redaction(RedactionId.of(last + added.size() + 1), one, State.APPLIED, by, millis(at)));
            } else {
                changed.add(before.after(one.exemption(), State.APPLIED, by, millis(at)));
            }
        }
        rows.add(List.copyOf(added.values()));
        ReviewCount.REDACTION.give(writer, added.size());
        rows.change(changed);
        List<Redaction> all = new ArrayList<>(added.values());
        all.addAll(changed);
        note(rows, all, State.APPLIED, by, at);
        return List.copyOf(all);
    }

    /**
     * A person wants these redactions.
     *
     * @param instead the ground to print instead of the proposed one; null to keep it
     * @return those that this changed
     * @throws ReviewRefused when there is no such redaction; nothing is changed then
     */
    public List<Redaction> apply(
            Collection<RedactionId> redactions, @Nullable Exemption instead, Officer by, Instant at) {
        return decide(redactions, State.APPLIED, instead, by, at);
    }

    /**
     * A person does not want these redactions; one that was applied is lifted.
     *
     * @return those that this changed
     * @throws ReviewRefused when there is no such redaction; nothing is changed then
     */
    public List<Redaction> refuse(Collection<RedactionId> redactions, Officer by, Instant at) {
        return decide(redactions, State.REFUSED, null, by, at);
    }

    private List<Redaction> decide(
            Collection<RedactionId> redactions, State state, @Nullable Exemption instead, Officer by, Instant at) {
        ReviewCount.REDACTION.take(writer);
        RedactionRows rows = new RedactionRows(writer);
        List<RedactionId> wanted = redactions.stream().distinct().toList();
        List<Redaction> found = rows.find(wanted);
        if (found.size() < wanted.size()) {
            Set<RedactionId> known = found.stream().map(Redaction::id).collect(Collectors.toSet());
            throw new ReviewRefused("There is no redaction "
                    + wanted.stream()
                            .filter(one -> !known.contains(one))
                            .findFirst()
                            .orElseThrow());
        }
        List<Redaction> changed = found.stream()
                .map(one -> one.after(instead == null ? one.exemption() : instead, state, by, millis(at)))
                .filter(now -> found.stream()
                        .noneMatch(before -> before.id().equals(now.id())
                                && before.state() == state
                                && before.exemption().equals(now.exemption())))
                .toList();
        rows.change(changed);
        note(rows, changed, state, by, at);
        return changed;
    }

    /** One entry for each item, with the digest of all that is removed from it from now on. */
    private void note(RedactionRows rows, List<Redaction> decided, State state, Officer by, Instant at) {
        Map<ReviewSet, Map<ItemId, Long>> counts = new LinkedHashMap<>();
        decided.forEach(one ->
                counts.computeIfAbsent(one.set(), any -> new LinkedHashMap<>()).merge(one.item(), 1L, Long::sum));
        List<CustodyEvent> events = new ArrayList<>();
        counts.forEach((set, items) -> {
            Map<ItemId, List<Redaction>> applied = byItem(rows.of(set, items.keySet(), State.APPLIED));
            items.forEach((item, count) -> events.add(new CustodyEvent.RedactionsDecided(
                    at,
                    set.inLedger(),
                    item.value(),
                    state.name(),
                    count,
                    digest(applied.getOrDefault(item, List.of())),
                    by.name())));
        });
        if (!events.isEmpty()) {
            ledger.append(events);
        }
    }

    private static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Map<ItemId, List<Redaction>> byItem(List<Redaction> redactions) {
        return redactions.stream()
                .collect(Collectors.groupingBy(Redaction::item, LinkedHashMap::new, Collectors.toList()));
    }

    /** Finds one. */
    public Optional<Redaction> find(RedactionId redaction) {
        return new RedactionRows(reader).find(List.of(redaction)).stream().findFirst();
    }

    /** Every step of a redaction, oldest first: how it stood after each. */
    public List<Redaction> history(RedactionId redaction) {
        RedactionRows rows = new RedactionRows(reader);
        return rows.find(List.of(redaction)).stream()
                .flatMap(now -> rows.history(now).stream())
                .toList();
    }

    /** All redactions of an item in a set, whatever their state, in the order in which they came. */
    public List<Redaction> of(ReviewSet set, ItemId item) {
        return new RedactionRows(reader).of(set, List.of(item));
    }

    /** What counts: the applied redactions of each of these items; those without any are left out. */
    public Map<ItemId, List<Redaction>> applied(ReviewSet set, Collection<ItemId> items) {
        return byItem(new RedactionRows(reader).of(set, items, State.APPLIED));
    }

    /** How many proposals on each of these items wait for a person; those without any are left out. */
    public Map<ItemId, Long> waiting(ReviewSet set, Collection<ItemId> items) {
        return new RedactionRows(reader)
                .of(set, items, State.SUGGESTED).stream()
                        .collect(Collectors.groupingBy(Redaction::item, LinkedHashMap::new, Collectors.counting()));
    }

    /**
     * A page of a set's redactions in one state, in the order in which they came.
     *
     * @param after the last of the page before; null for the first
     */
    public List<Redaction> page(ReviewSet set, State state, @Nullable RedactionId after, int limit) {
        return new RedactionRows(reader).page(set, state, after == null ? 0 : after.number(), limit);
    }

    /** How many redactions of a set are in each state; states without any are left out. */
    public Map<State, Long> counts(ReviewSet set) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        reader.query(
                "select state, count(*) from redaction where review_set = ? group by state",
                row -> {
                    counts.put(State.valueOf(row.getString(1)), row.getLong(2));
                },
                set.name());
        return counts;
    }

    /**
     * The digest of what is removed from an item: the same for the same parts, places and sections, in whatever set and
     * order. Two releases of an item with different digests hide different things.
     *
     * @return 64 lower-case hexadecimal digits; for no redactions the digest of nothing
     */
    public static String digest(Collection<Redaction> applied) {
        String written = applied.stream()
                .filter(one -> one.state() == State.APPLIED)
                .map(one -> one.part().written() + "\t" + one.place().written() + "\t"
                        + one.exemption().section() + "\n")
                .distinct()
                .sorted()
                .collect(Collectors.joining());
        return Digest.of(written.getBytes(StandardCharsets.UTF_8)).hex();
    }
}

package org.muniment.archive.hold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The lists of what holds were seen to catch: for reading and counting only. What a hold covers is decided by its scope,
 * whether listed or not. Nothing is taken off a list. Safe for many threads.
 */
public final class CaughtItems {
    private static final int PORTION = 1000;

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;

    /**
     * An item on a hold's list.
     *
     * @param item the item
     * @param listed when it was first seen to be covered
     */
    public record Caught(ItemId item, Instant listed) {}

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     */
    public CaughtItems(DataSource writer, DataSource reader) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
    }

    /**
     * Lists items; those listed already stay as they are.
     *
     * @return how many were new to each hold's list
     */
    public Map<HoldId, Long> list(Map<HoldId, List<ItemId>> caught, Instant at) {
        Map<HoldId, Long> added = new LinkedHashMap<>();
        caught.forEach((hold, items) -> added.put(hold, list(hold, items, at)));
        return added;
    }

    /** In the order of ids, so that two who list the same items wait for one another and never in a circle. */
    private long list(HoldId hold, List<ItemId> items, Instant at) {
        long number = HoldRows.number(hold);
        List<ItemId> sorted = items.stream().distinct().sorted().toList();
        Set<String> known = new HashSet<>();
        for (int from = 0; from < sorted.size(); from += PORTION) {
            known.addAll(listed(number, sorted.subList(from, Math.min(sorted.size(), from + PORTION))));
        }
        List<Object[]> rows = sorted.stream()
                .filter(item -> !known.contains(item.value()))
                .map(item -> new Object[] {number, item.value(), at.toEpochMilli()})
                .toList();
        writer.batchUpdate("insert into hold_item (hold, item, listed) values (?, ?, ?) on conflict do nothing", rows);
        return rows.size();
    }

    private List<String> listed(long hold, List<ItemId> items) {
        List<Object> values = new ArrayList<>(items.size() + 1);
        values.add(hold);
        items.forEach(item -> values.add(item.value()));
        return writer.queryForList(
                "select item from hold_item where hold = ? and item in (?" + ", ?".repeat(items.size() - 1) + ")",
                String.class,
                values.toArray());
    }

    /** A page of a hold's list in the order of ids, after an id; null for the first page. */
    public List<Caught> page(HoldId hold, @Nullable ItemId after, int limit) {
        return reader.query(
                "select item, listed from hold_item where hold = ? and item > ? order by item limit ?",
                (row, number) -> new Caught(new ItemId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))),
                HoldRows.number(hold),
                after == null ? "" : after.value(),
                limit);
    }

    /** How many items each hold's list has; holds without any are left out. */
    public Map<HoldId, Long> counts() {
        Map<HoldId, Long> counts = new HashMap<>();
        reader.query("select hold, count(*) from hold_item group by hold", row -> {
            counts.put(new HoldId("H" + row.getLong(1)), row.getLong(2));
        });
        return counts;
    }

    /** How many items came onto a hold's list in a stretch of time, its end not included. */
    public long count(HoldId hold, Instant from, Instant to) {
        Long found = reader.queryForObject(
                "select count(*) from hold_item where hold = ? and listed >= ? and listed < ?",
                Long.class,
                HoldRows.number(hold),
                from.toEpochMilli(),
                to.toEpochMilli());
        return found == null ? 0 : found;
    }

    /** The latest items that came onto a hold's list in a stretch of time, its end not included, newest first. */
    public List<Caught> latest(HoldId hold, Instant from, Instant to, int limit) {
        return reader.query(
                "select item, listed from hold_item where hold = ? and listed >= ? and listed < ?"
                        + " order by listed desc, item limit ?",
                (row, number) -> new Caught(new ItemId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))),
                HoldRows.number(hold),
                from.toEpochMilli(),
                to.toEpochMilli(),
                limit);
    }

    /** The holds on whose lists items are; items on none are left out. */
    public Map<ItemId, Set<HoldId>> holdsOf(List<ItemId> items) {
        Map<ItemId, Set<HoldId>> found = new HashMap<>();
        for (int from = 0; from < items.size(); from += PORTION) {
            List<ItemId> some = items.subList(from, Math.min(items.size(), from + PORTION));
            reader.query(
                    "select item, hold from hold_item where item in (?" + ", ?".repeat(some.size() - 1)
                            + ") order by hold",
                    row -> {
                        found.computeIfAbsent(new ItemId(row.getString(1)), any -> new LinkedHashSet<>())
                                .add(new HoldId("H" + row.getLong(2)));
                    },
                    some.stream().map(ItemId::value).toArray());
        }
        return found;
    }
}

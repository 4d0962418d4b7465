package org.muniment.archive.schedule;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.ItemSearch;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.ItemQuery;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of what each item is: class, series, why, and the eligible day. One row an item, written in the transaction
 * that registers the item; changes run in the caller's transaction. Safe for many threads.
 */
public final class Classifications {
    private static final int PAGE = 2000;
    private static final String INSERT = "insert into classification (item, evaluation, changed, "
            + ClassificationRow.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPSERT = INSERT
            + " on conflict (item) do update set evaluation = excluded.evaluation, changed = excluded.changed,"
            + " record_class = excluded.record_class,"
            + " series = excluded.series, basis = excluded.basis, reason = excluded.reason,"
            + " authority = excluded.authority, origin = excluded.origin, eligible = excluded.eligible,"
            + " waits = excluded.waits, why = excluded.why, at_most = excluded.at_most";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Changes changes;
    private final ClassColumn column;

    /**
     * An item that may be destroyed by its period.
     *
     * @param item the item
     * @param series its record series
     * @param recordClass its class
     * @param eligible first day on which it may be destroyed
     * @param origin the day it was received; null when unknown
     */
    public record Due(
            ItemId item,
            SeriesId series,
            RecordClass recordClass,
            LocalDate eligible,
            @Nullable LocalDate origin) {}

    /** What items can be counted by. */
    public record Group(RecordClass recordClass, SeriesId series) {}

    /**
     * An item that was classified again.
     *
     * @param revision the item's revision when it was read
     */
    public record Renewal(ItemId item, long revision, Classification classification) {}

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     */
    public Classifications(DataSource writer, DataSource reader) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.changes = new Changes(writer, reader);
        this.column = new ClassColumn(reader);
    }

    /**
     * Notes what items are; of an item that has a classification it takes the place.
     *
     * @param evaluation the {@link Evaluation#number()} by which it was found
     */
    public void record(Map<ItemId, Classification> classifications, long evaluation) {
        write(UPSERT, classifications, evaluation);
        changes.late(evaluation);
    }

    /**
     * Notes what items are after they were read again, but not of one that was classified at this evaluation by somebody else
     * meanwhile, nor of one that has changed since it was read.
     */
    public void renew(Collection<Renewal> renewals, long evaluation) {
        Set<ItemId> unchanged = unchanged(renewals);
        Map<ItemId, Classification> still = new HashMap<>();
        renewals.stream()
                .filter(one -> unchanged.contains(one.item()))
                .forEach(one -> still.put(one.item(), one.classification()));
        write(UPSERT + " where classification.evaluation < excluded.evaluation", still, evaluation);
    }

    private Set<ItemId> unchanged(Collection<Renewal> renewals) {
        Map<ItemId, Long> revisions = new HashMap<>();
        renewals.forEach(one -> revisions.put(one.item(), one.revision()));
        Set<ItemId> unchanged = new HashSet<>();
        Many.query(writer, "select id, revision from item where id in ", revisions.keySet(), row -> {
            ItemId item = new ItemId(row.getString(1));
            if (Long.valueOf(row.getLong(2)).equals(revisions.get(item))) {
                unchanged.add(item);
            }
        });
        return unchanged;
    }

    private void write(String statement, Map<ItemId, Classification> classifications, long evaluation) {
        if (!classifications.isEmpty()) {
            long change = changes.classes();
            writer.batchUpdate(
                    statement,
                    classifications.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .toList(),
                    Many.PORTION,
                    (insert, one) -> set(insert, one, evaluation, change));
        }
    }

    private static void set(
            PreparedStatement insert, Map.Entry<ItemId, Classification> one, long evaluation, long change)
            throws SQLException {
        insert.setString(1, one.getKey().value());
        insert.setLong(2, evaluation);
        insert.setLong(3, change);
        ClassificationRow.set(insert, 4, one.getValue());
    }

    /** Notes that something about these items changed, so that they are classified again; others are not touched. */
    public void unsettle(Collection<ItemId> items) {
        Many.update(writer, "update classification set evaluation = 0 where item in ", items);
        changes.late(0);
    }

    /** Takes items out of the register, and what was declared about them, before the items themselves go. */
    public void forget(List<ItemId> items) {
        Many.update(writer, "delete from classification where item in ", items);
        Many.update(writer, "delete from declaration where item in ", items);
    }

    /** What these items are; those not classified yet are left out. */
    public Map<ItemId, Classification> find(List<ItemId> items) {
        Map<ItemId, Classification> found = new HashMap<>();
        Many.query(
                reader,
                "select item, " + ClassificationRow.COLUMNS + " from classification where item in ",
                items,
                row -> found.put(new ItemId(row.getString(1)), ClassificationRow.from(row, 2)));
        return found;
    }

    /** What an item is; empty when it was not classified yet. */
    public Optional<Classification> find(ItemId item) {
        return Optional.ofNullable(find(List.of(item)).get(item));
    }

    /**
     * Items that may be destroyed by their period on a day, in the order of eligible day and id, at most {@code limit}.
     *
     * @param asOf their eligible day is this one or before
     * @param after the last one of the page before; null for the first page
     */
    public List<Due> due(LocalDate asOf, @Nullable Due after, int limit) {
        String from = after == null ? "" : " and (eligible, item) > (?, ?)";
        Object[] values = after == null
                ? new Object[] {asOf.toEpochDay(), limit}
                : new Object[] {
                    asOf.toEpochDay(),
                    after.eligible().toEpochDay(),
                    after.item().value(),
                    limit
                };
        return reader.query(
                "select item, series, record_class, eligible, origin from classification where eligible <= ?" + from
                        + " order by eligible, item limit ?",
                Classifications::dueRow,
                values);
    }

    /** All that {@link #due(LocalDate, Due, int)} gives, read a page at a time. */
    public Stream<Due> due(LocalDate asOf) {
        return Stream.iterate(due(asOf, null, PAGE), page -> !page.isEmpty(), page -> due(asOf, page.getLast(), PAGE))
                .flatMap(List::stream);
    }

    /** How many of some items may be destroyed by a day, those whose classification waits left out. */
    public long countDue(ItemSearch search, LocalDate asOf) {
        return column.countDue(search, asOf);
    }

    /** The first days on which some items may be destroyed, those that have come by a day: by day and id, the first of them. */
    public SequencedMap<ItemId, LocalDate> due(ItemSearch search, LocalDate asOf, int limit) {
        return column.due(search, asOf, limit);
    }

    private static Due dueRow(ResultSet row, int at) throws SQLException {
        return new Due(
                new ItemId(row.getString(1)),
                new SeriesId(row.getString(2)),
                RecordClass.of(row.getInt(3)),
                LocalDate.ofEpochDay(row.getLong(4)),
                ClassificationRow.day(row, 5));
    }

    /** Items that the law wants destroyed by a day that has come, by series. */
    public SortedMap<SeriesId, Long> pastMaximum(LocalDate day) {
        SortedMap<SeriesId, Long> found = new TreeMap<>();
        reader.query(
                "select series, count(*) from classification where at_most <= ? group by series",
                row -> {
                    found.put(new SeriesId(row.getString(1)), row.getLong(2));
                },
                day.toEpochDay());
        return found;
    }

    /**
     * Items that a statutory maximum wants destroyed by a day that has come or is less than {@link Maximum#AHEAD} days away,
     * what has come first.
     */
    public List<Maximum> maximums(LocalDate today) {
        return Maximum.by(reader, today, today.plusDays(Maximum.AHEAD));
    }

    /** Notes where an ingest run begins, so that what it takes in can be counted. */
    public void begin(String run, long revision) {
        writer.update("insert into run_start (run, revision) values (?, ?)", run, revision);
    }

    /** How many items of each class only this ingest run took in, as they are classified now. */
    public Map<RecordClass, Long> counts(String run) {
        Map<RecordClass, Long> counts = new EnumMap<>(RecordClass.class);
        reader.query(
                "select c.record_class, count(*) from run_start s"
                        + " join item i on i.revision > s.revision join classification c on c.item = i.id"
                        + " where s.run = ? and not exists"
                        + " (select 1 from collection o where o.item = i.id and o.run <> s.run) group by c.record_class",
                row -> {
                    counts.put(RecordClass.of(row.getInt(1)), row.getLong(2));
                },
                run);
        return counts;
    }

    /** How many of the items that match are of each class and series; those not classified yet are left out. */
    public Map<Group, Long> tally(ItemSearch search, ItemQuery query) {
        return column.tally(search, query);
    }

    /**
     * The same questions about items of a class alone.
     *
     * @param series only those of it; null for all
     */
    public ItemSearch among(ItemSearch search, RecordClass recordClass, @Nullable SeriesId series) {
        return column.among(
                search,
                group -> group.recordClass() == recordClass
                        && (series == null || group.series().equals(series)));
    }

    /** How many items there are of each kind, and how many are not classified at all. */
    public Counts counts() {
        return Counts.of(reader);
    }
}

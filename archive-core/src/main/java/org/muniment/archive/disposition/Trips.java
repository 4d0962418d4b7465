package org.muniment.archive.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of stopped runs, of the officers who let them go on, and of how much was removed on each day. Changes run in
 * the caller's transaction.
 */
public final class Trips {
    /** Days that the median looks back. */
    static final int HISTORY = 30;

    private static final String SELECT =
            "select number, run, words, items, stopped, officer, reason, used from breaker_stop ";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;

    /** Which of the two clocks removed something. */
    public enum Clock {
        ARCHIVE,
        MAILBOX
    }

    /**
     * A stopped run as it is kept.
     *
     * @param number grows with each stop
     * @param run the run
     * @param words why, for people
     * @param items items it would have removed
     * @param at when
     * @param overriddenBy who let it go on; null for nobody
     * @param reason why it was let go on; null for nobody
     * @param used when the run went on; null when it did not
     */
    public record Stop(
            long number,
            String run,
            String words,
            long items,
            Instant at,
            @Nullable Officer overriddenBy,
            @Nullable String reason,
            @Nullable Instant used) {}

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where stops and overrides are noted, in the same transaction
     */
    public Trips(DataSource writer, DataSource reader, Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
    }

    /** Keeps that a run was stopped. The ledger has the kinds of reasons only: they may name custodians. */
    public void record(Trip trip, Instant at) {
        writer.update(
                "insert into breaker_stop (number, run, words, items, stopped)"
                        + " select coalesce(max(number), 0) + 1, ?, ?, cast(? as bigint), cast(? as bigint)"
                        + " from breaker_stop",
                trip.run(),
                trip.words(),
                trip.items(),
                at.toEpochMilli());
        ledger.append(List.of(new CustodyEvent.BreakerTripped(at, trip.run(), trip.kinds(), trip.items())));
    }

    /**
     * Lets the latest stopped run of that name go on, once.
     *
     * @param reason why, at least a word
     * @throws DispositionRefused when that run was not stopped, or was let go on already
     */
    public void override(String run, Officer by, String reason, Instant at) {
        if (reason.isBlank()) {
            throw new DispositionRefused("Say why the run may go on: the reason is kept.");
        }
        int changed = writer.update(
                "update breaker_stop set officer = ?, reason = ?, overridden = ? where overridden is null"
                        + " and number = (select max(number) from breaker_stop where run = ?)",
                by.name(),
                reason.strip(),
                at.toEpochMilli(),
                run);
        if (changed == 0) {
            throw new DispositionRefused(
                    "The run " + run + " was not stopped, or was let go on already. A stop is overridden once.");
        }
        ledger.append(List.of(new CustodyEvent.BreakerOverridden(at, run, by.name())));
    }

    /** Uses up an override of that run's latest stop, if there is one that was not used. */
    public boolean useOverride(String run, Instant at) {
        return writer.update(
                        "update breaker_stop set used = ? where used is null and overridden is not null"
                                + " and number = (select max(number) from breaker_stop where run = ?)",
                        at.toEpochMilli(),
                        run)
                > 0;
    }

    /** The latest stops, newest first. */
    public List<Stop> latest(int limit) {
        return latest(Long.MAX_VALUE, limit);
    }

    /** The same, older than the stop of that number. */
    public List<Stop> latest(long after, int limit) {
        return reader.query(
                SELECT + "where number < ? order by number desc limit ?",
                (row, at) -> {
                    long used = row.getLong("used");
                    @Nullable Instant usedAt = row.wasNull() ? null : Instant.ofEpochMilli(used);
                    return new Stop(
                            row.getLong("number"),
                            row.getString("run"),
                            row.getString("words"),
                            row.getLong("items"),
                            Rows.instant(row, "stopped"),
                            Rows.officer(row, "officer").orElse(null),
                            row.getString("reason"),
                            usedAt);
                },
                after,
                limit);
    }

    /**
     * Adds to a day's removals.
     *
     * @param items items removed; one of two custodians counts once here
     * @param custodians items by custodian's address
     */
    public void removed(Clock clock, LocalDate day, long items, Map<String, Long> custodians) {
        Map<String, Long> all = new TreeMap<>(custodians);
        all.put("", items);
        List<Object[]> rows = new ArrayList<>();
        all.forEach((custodian, count) -> rows.add(new Object[] {clock.name(), day.toEpochDay(), custodian, count}));
        writer.batchUpdate(
                "insert into removal (clock, day, custodian, items) values (?, ?, ?, ?)"
                        + " on conflict (clock, day, custodian) do update set items = removal.items + excluded.items",
                rows);
    }

    /** Items removed on each of the 30 days before that day; days without any are left out. */
    public List<Long> history(Clock clock, LocalDate day) {
        return reader.queryForList(
                "select items from removal where clock = ? and custodian = '' and day >= ? and day < ? order by day",
                Long.class,
                clock.name(),
                day.minusDays(HISTORY).toEpochDay(),
                day.toEpochDay());
    }

    /** Items removed on that day by custodian's address; the empty address for all together. */
    public Map<String, Long> removedOn(Clock clock, LocalDate day) {
        Map<String, Long> found = new HashMap<>();
        reader.query(
                "select custodian, items from removal where clock = ? and day = ?",
                row -> {
                    found.put(row.getString(1), row.getLong(2));
                },
                clock.name(),
                day.toEpochDay());
        return found;
    }
}

package org.muniment.archive.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The versions of the retention schedule that this archive has had, whole and for good. Changes run in the caller's transaction.
 * Safe for many threads.
 */
public final class Schedules {
    private static final String COLUMNS = "version, yaml, effective, officer, second, recorded_at, name, digest";
    private static final String SELECT = "select " + COLUMNS + " from schedule_version ";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final Changes changes;
    /** Reading a schedule takes long; most ask for the one in force. */
    private volatile @Nullable RetentionSchedule readLast;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where each version is noted, in the same transaction
     */
    public Schedules(DataSource writer, DataSource reader, Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.changes = new Changes(writer, reader);
    }

    /**
     * Keeps the schedule that came with the product, in force until officers adopt one.
     *
     * @throws ScheduleRefused when this archive has a schedule already
     * @throws ScheduleInvalid when it is none
     */
    public Adopted install(String yaml, Instant at) {
        changes.lock();
        if (!versions(writer).isEmpty()) {
            throw new ScheduleRefused("This archive has a retention schedule; adopt another: muniment schedule adopt");
        }
        return add(yaml, LocalDate.EPOCH, null, null, at);
    }

    /**
     * Adopts a new version. It takes effect by itself when its day comes, see {@link Evaluations#settle}.
     *
     * @param effective first day it is in force: not before that of the version adopted last
     * @param by who adopts it
     * @param second another officer
     * @throws ScheduleRefused when both are one person, or the day lies before that of the version adopted last
     * @throws ScheduleInvalid when the text is no schedule
     */
    public Adopted adopt(String yaml, LocalDate effective, Officer by, Officer second, Instant at) {
        if (by.isSamePersonAs(second)) {
            throw new ScheduleRefused("Two officers adopt a schedule, and " + by + " is one person");
        }
        changes.lock();
        refuseDay(versions(writer), effective);
        return add(yaml, effective, by, second, at);
    }

    /**
     * Refuses a day on which no schedule adopted now could take effect.
     *
     * @throws ScheduleRefused when it lies before that of the version adopted last
     */
    void refuseDay(LocalDate effective) {
        refuseDay(history(), effective);
    }

    private static void refuseDay(List<Adopted> versions, LocalDate effective) {
        versions.stream()
                .filter(Adopted::isAdoptedByOfficers)
                .reduce((first, last) -> last)
                .ifPresent(last -> {
                    if (effective.isBefore(last.effective())) {
                        throw new ScheduleRefused("Version " + last.version() + " is effective from " + last.effective()
                                + "; a later version can't be effective before, on " + effective);
                    }
                });
    }

    private Adopted add(String yaml, LocalDate effective, @Nullable Officer by, @Nullable Officer second, Instant at) {
        RetentionSchedule schedule = RetentionSchedule.parse(yaml);
        Long last = writer.queryForObject("select coalesce(max(version), 0) from schedule_version", Long.class);
        Adopted adopted = new Adopted(
                (last == null ? 0 : last) + 1,
                schedule,
                yaml,
                effective,
                by,
                second,
                at.truncatedTo(ChronoUnit.MILLIS));
        String first = by == null ? null : by.name();
        String other = second == null ? null : second.name();
        writer.update(
                "insert into schedule_version (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)",
                adopted.version(),
                yaml,
                effective.toEpochDay(),
                first,
                other,
                adopted.at().toEpochMilli(),
                schedule.name(),
                schedule.digest().hex());
        ledger.append(List.of(new CustodyEvent.ScheduleAdopted(
                adopted.at(),
                adopted.version(),
                schedule.name(),
                schedule.digest().hex(),
                effective.toString(),
                first == null ? "" : first,
                other == null ? "" : other)));
        return adopted;
    }

    /** The version in force on a day: of those effective then or before the latest one; empty when there is none. */
    public Optional<Adopted> inForce(LocalDate day) {
        return inForce(reader, day);
    }

    /** The version in force on a day, without reading it; 0 when there is none. */
    long versionInForce(LocalDate day) {
        return version(reader, day);
    }

    /** The same, as the caller's transaction sees it. */
    long versionInTransaction(LocalDate day) {
        return version(writer, day);
    }

    private static long version(JdbcTemplate jdbc, LocalDate day) {
        Long version = jdbc.queryForObject(
                "select coalesce(max(version), 0) from schedule_version where effective <= ?",
                Long.class,
                day.toEpochDay());
        return version == null ? 0 : version;
    }

    private Optional<Adopted> inForce(JdbcTemplate jdbc, LocalDate day) {
        return jdbc
                .query(SELECT + "where effective <= ? order by version desc limit 1", this::from, day.toEpochDay())
                .stream()
                .findFirst();
    }

    /** Every version, oldest first. */
    public List<Adopted> history() {
        return versions(reader);
    }

    private List<Adopted> versions(JdbcTemplate jdbc) {
        return jdbc.query(SELECT + "order by version", this::from);
    }

    private RetentionSchedule schedule(String yaml, String digest) {
        RetentionSchedule last = readLast;
        if (last == null || !last.digest().hex().equals(digest)) {
            last = RetentionSchedule.parse(yaml);
            readLast = last;
        }
        return last;
    }

    private Adopted from(ResultSet row, int at) throws SQLException {
        long version = row.getLong(1);
        String yaml = row.getString(2);
        String by = row.getString(4);
        String second = row.getString(5);
        return new Adopted(
                version,
                schedule(yaml, row.getString(8)),
                yaml,
                LocalDate.ofEpochDay(row.getLong(3)),
                by == null ? null : new Officer(by),
                second == null ? null : new Officer(second),
                Instant.ofEpochMilli(row.getLong(6)));
    }
}

package org.muniment.archive.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The yearly review of 5 CCR 16022: before January 1 every record of the school year before has its class. What a rule or a
 * person classified has one; what no rule matched is pending. Superintendent and board may agree that what is pending is Class 2
 * for a year (5 CCR 16024). Changes run in the caller's transaction. Safe for many threads.
 */
public final class Reviews {
    private static final int LONGEST = 1000;
    private static final String SELECT =
            "select school_year, superintendent, board_action, agreed, lapses from review_agreement ";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final Changes changes;

    /**
     * That superintendent and board agreed on Class 2 for what is pending of a school year.
     *
     * @param year the school year in which the records originated
     * @param superintendent or the designee
     * @param boardAction what the board decided, as its minutes name it
     * @param agreed the day of it
     * @param lapses first day on which it no longer holds
     */
    public record Agreement(
            SchoolYear year, Officer superintendent, String boardAction, LocalDate agreed, LocalDate lapses) {
        /** Whether it holds on a day. */
        public boolean holds(LocalDate day) {
            return !day.isBefore(agreed) && day.isBefore(lapses);
        }
    }

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where each agreement is noted, in the same transaction
     */
    public Reviews(DataSource writer, DataSource reader, Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.changes = new Changes(writer, reader);
    }

    /** January 1 by which the records of a school year have to be reviewed. */
    public static LocalDate deadline(SchoolYear year) {
        return LocalDate.of(year.firstYear() + 2, 1, 1);
    }

    /**
     * Records that both agreed. It lapses after a year and can't be renewed.
     *
     * @throws ScheduleRefused when the school year was not over on that day, the day is still to come, they agreed on this year
     *     before, or the board's action is not named
     */
    public Agreement agree(
            SchoolYear year, Officer superintendent, String boardAction, LocalDate on, LocalDate today, Instant at) {
        refuse(year, boardAction, on, today);
        changes.lock();
        if (!agreements(writer, "where school_year = ?", year.firstYear()).isEmpty()) {
            throw new ScheduleRefused("Superintendent and board agreed on " + year
                    + " before; 5 CCR 16024 gives a year, once. Classify what is pending.");
        }
        Agreement agreement = new Agreement(year, superintendent, boardAction.strip(), on, on.plusYears(1));
        writer.update(
                "insert into review_agreement (school_year, superintendent, board_action, agreed, lapses, recorded_at, ended)"
                        + " values (?, ?, ?, ?, ?, ?, 0)",
                year.firstYear(),
                superintendent.name(),
                agreement.boardAction(),
                on.toEpochDay(),
                agreement.lapses().toEpochDay(),
                at.toEpochMilli());
        changes.note(Change.Kind.REVIEW, year.toString());
        ledger.append(List.of(new CustodyEvent.ReviewDefaulted(
                at.truncatedTo(ChronoUnit.MILLIS),
                year.toString(),
                superintendent.name(),
                agreement.boardAction(),
                agreement.lapses().toString())));
        return agreement;
    }

    private static void refuse(SchoolYear year, String boardAction, LocalDate on, LocalDate today) {
        if (boardAction.isBlank() || boardAction.strip().length() > LONGEST) {
            throw new ScheduleRefused("Name the board's action as its minutes do, in at most 1,000 characters: the"
                    + " superintendent alone can't decide this (5 CCR 16024)");
        }
        if (!on.isAfter(year.last())) {
            throw new ScheduleRefused("On " + on + " the school year " + year + " was not over");
        }
        if (on.isAfter(today)) {
            throw new ScheduleRefused("What is recorded has happened: " + on + " is after today, " + today);
        }
    }

    /** Every agreement, the earliest school year first. */
    public List<Agreement> agreements() {
        return agreements(reader, "order by school_year");
    }

    /** The agreement on a school year, whether it still holds or not. */
    public Optional<Agreement> agreement(SchoolYear year) {
        return agreements(reader, "where school_year = ?", year.firstYear()).stream()
                .findFirst();
    }

    /** Notes that agreements have lapsed, so that what they were about is pending again. */
    void settle(LocalDate day) {
        for (Agreement lapsed : lapsed(writer, day)) {
            writer.update(
                    "update review_agreement set ended = 1 where school_year = ?",
                    lapsed.year().firstYear());
            changes.note(Change.Kind.REVIEW, lapsed.year().toString());
        }
    }

    boolean isSettled(LocalDate day) {
        return lapsed(reader, day).isEmpty();
    }

    private static List<Agreement> lapsed(JdbcTemplate jdbc, LocalDate day) {
        return agreements(jdbc, "where ended = 0 and lapses <= ? order by school_year", day.toEpochDay());
    }

    private static List<Agreement> agreements(JdbcTemplate jdbc, String which, Object... values) {
        return jdbc.query(SELECT + which, Reviews::from, values);
    }

    private static Agreement from(ResultSet row, int at) throws SQLException {
        return new Agreement(
                new SchoolYear(row.getInt(1)),
                new Officer(row.getString(2)),
                row.getString(3),
                LocalDate.ofEpochDay(row.getLong(4)),
                LocalDate.ofEpochDay(row.getLong(5)));
    }

    /** How the items that originate in a school year are classified. */
    public List<Counts.Share> shares(SchoolYear year) {
        return Counts.shares(
                reader,
                "where origin between ? and ?",
                year.first().toEpochDay(),
                year.last().toEpochDay());
    }

    /** How many items that originate in a school year are pending, by agreement Class 2 for the time being or not. */
    public long pending(SchoolYear year) {
        return shares(year).stream()
                .filter(Counts.Share::isPending)
                .mapToLong(Counts.Share::items)
                .sum();
    }

    /** Classified items of which nobody knows when they were received: they are in no school year's review. */
    public long undated() {
        Long found = reader.queryForObject("select count(*) from classification where origin is null", Long.class);
        return found == null ? 0 : found;
    }
}

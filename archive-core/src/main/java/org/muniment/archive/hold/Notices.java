package org.muniment.archive.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The record of who was told of which hold and in what words, who was reminded and who acknowledged. It sends nothing. Records are only ever added, in the caller's transaction. Safe for many threads.
 */
public final class Notices {
    private static final int LONGEST_NAME = 200;

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final ZoneId zone;

    /**
     * A custodian of a hold who has not acknowledged it.
     *
     * @param hold the hold
     * @param custodian who
     * @param sent when the notice was first sent; null when it was not
     * @param reminders how many reminders followed
     * @param due the first day on which the next notice or reminder is due
     */
    public record Outstanding(
            HoldId hold, Custodian custodian, @Nullable Instant sent, int reminders, LocalDate due) {}

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every step is noted, in the same transaction
     * @param zone where the agency's days begin and end
     */
    public Notices(DataSource writer, DataSource reader, Ledger ledger, ZoneId zone) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.zone = zone;
    }

    /**
     * Asks whether a step could be recorded now; records nothing.
     *
     * @throws HoldRefused as {@link #record}
     */
    public void check(HoldId hold, Custodian custodian, Notice.Step step) {
        before(reader, hold, custodian, step);
    }

    /**
     * Records a step.
     *
     * @throws HoldRefused when there is no such hold, the custodian is none of it, or the step does not follow from those
     *     before: nobody is reminded, or acknowledges, before a notice was sent
     */
    public Notice record(HoldId hold, Custodian custodian, Notice.Step step, Officer by, Instant at) {
        lock();
        List<Notice> before = before(writer, hold, custodian, step);
        Notice notice = new Notice(hold, custodian, step, at.truncatedTo(ChronoUnit.MILLIS), by);
        writer.update(
                "insert into hold_notice (hold, custodian, ordinal, step, at, officer) values (?, ?, ?, ?, ?, ?)",
                HoldRows.number(hold),
                custodian.address(),
                before.size(),
                step.name(),
                notice.at().toEpochMilli(),
                by.name());
        ledger.append(List.of(
                new CustodyEvent.HoldNotice(at, hold.value(), StandingScope.sha256(custodian.address()), step.name())));
        return notice;
    }

    private static List<Notice> before(JdbcTemplate jdbc, HoldId hold, Custodian custodian, Notice.Step step) {
        LegalHold held = new HoldRows(jdbc).one(hold).hold();
        if (!held.scope().custodians().isEmpty() && !held.scope().custodians().contains(custodian)) {
            throw new HoldRefused(hold + " is not on the mailbox of " + custodian + " but of "
                    + held.scope().custodians().stream()
                            .sorted()
                            .map(Custodian::address)
                            .collect(Collectors.joining(", ")));
        }
        List<Notice> before = read(jdbc, hold).stream()
                .filter(notice -> notice.custodian().equals(custodian))
                .toList();
        NoticeOrder.check(held, custodian, before, step);
        return before;
    }

    /**
     * Records a step that is a letter, and the letter.
     *
     * @param text what it says, without its signed link
     * @throws HoldRefused as {@link #record}
     */
    public Letter send(
            HoldId hold,
            Custodian custodian,
            Notice.Step step,
            NoticeText text,
            Letter.Way way,
            Officer by,
            Instant at) {
        Notice notice = record(hold, custodian, step, by, at);
        writer.update(
                "insert into hold_letter (hold, custodian, ordinal, way, subject, body) select hold, custodian,"
                        + " max(ordinal), ?, ?, ? from hold_notice where hold = ? and custodian = ?"
                        + " group by hold, custodian",
                way.name(),
                text.subject(),
                text.body(),
                HoldRows.number(hold),
                custodian.address());
        return new Letter(notice, text, way);
    }

    /** The letters that went out about a hold, in their order; steps that were recorded without one are left out. */
    public List<Letter> letters(HoldId hold) {
        return reader.query(
                "select n.custodian, n.step, n.at, n.officer, l.subject, l.body, l.way from hold_letter l"
                        + " join hold_notice n on n.hold = l.hold and n.custodian = l.custodian"
                        + " and n.ordinal = l.ordinal where l.hold = ? order by n.at, n.custodian, n.ordinal",
                (row, number) -> new Letter(
                        notice(hold, row),
                        new NoticeText(row.getString(5), row.getString(6)),
                        Letter.Way.valueOf(row.getString(7))),
                HoldRows.number(hold));
    }

    /**
     * The link by which a custodian acknowledges the notice that was sent.
     *
     * @throws HoldRefused when none was sent
     */
    public NoticeLink link(HoldId hold, Custodian custodian) {
        return read(reader, hold).stream()
                .filter(notice -> notice.custodian().equals(custodian))
                .findFirst()
                .map(notice -> new NoticeLink(hold, custodian, notice.at()))
                .orElseThrow(() -> new HoldRefused("No notice of " + hold + " was sent to " + custodian + " yet"));
    }

    /**
     * The acknowledgement that a link's notice has, if it has one.
     *
     * @throws HoldRefused when this archive sent no such notice
     */
    public Optional<Notice> acknowledgement(NoticeLink link) {
        return acknowledgement(link, reader);
    }

    private static Optional<Notice> acknowledgement(NoticeLink link, JdbcTemplate jdbc) {
        List<Notice> told = read(jdbc, link.hold()).stream()
                .filter(notice -> notice.custodian().equals(link.custodian()))
                .toList();
        if (told.isEmpty() || !told.getFirst().at().equals(link.sent())) {
            throw new HoldRefused("This archive sent no such notice. Ask whoever sent you the link");
        }
        return told.stream()
                .filter(notice -> notice.step() == Notice.Step.ACKNOWLEDGED)
                .findFirst();
    }

    /**
     * The custodian acknowledges a notice by its signed link; recorded by the custodian, not by an officer. Following the link
     * again changes nothing.
     *
     * @param alsoTheirs the person's other addresses: what was sent to them as well is acknowledged with it
     * @return the acknowledgement, of now or of the first time
     * @throws HoldRefused when this archive sent no such notice
     */
    public Notice acknowledge(NoticeLink link, Set<Custodian> alsoTheirs, Instant at) {
        lock();
        Optional<Notice> before = acknowledgement(link, writer);
        if (before.isPresent()) {
            return before.orElseThrow();
        }
        Officer self = new Officer(shortened(link.custodian().address()));
        alsoTheirs.stream()
                .sorted()
                .filter(other -> !other.equals(link.custodian()) && waits(link.hold(), other))
                .forEach(other -> record(link.hold(), other, Notice.Step.ACKNOWLEDGED, self, at));
        return record(link.hold(), link.custodian(), Notice.Step.ACKNOWLEDGED, self, at);
    }

    private boolean waits(HoldId hold, Custodian custodian) {
        List<Notice> told = read(writer, hold).stream()
                .filter(notice -> notice.custodian().equals(custodian))
                .toList();
        return !told.isEmpty() && told.stream().noneMatch(notice -> notice.step() == Notice.Step.ACKNOWLEDGED);
    }

    private static String shortened(String address) {
        return address.substring(0, Math.min(LONGEST_NAME, address.length()));
    }

    /** Or two who follow one link at once would both find it unanswered. */
    private void lock() {
        writer.queryForObject("update standing_epoch set epoch = epoch where one = 1 returning epoch", Long.class);
    }

    /** The steps recorded for a hold, in their order. */
    public List<Notice> of(HoldId hold) {
        return read(reader, hold);
    }

    private static List<Notice> read(JdbcTemplate jdbc, HoldId hold) {
        return jdbc.query(
                "select custodian, step, at, officer from hold_notice where hold = ? order by at, custodian, ordinal",
                (row, number) -> notice(hold, row),
                HoldRows.number(hold));
    }

    private static Notice notice(HoldId hold, ResultSet row) throws SQLException {
        return new Notice(
                hold,
                new Custodian(row.getString(1)),
                Notice.Step.valueOf(row.getString(2)),
                Instant.ofEpochMilli(row.getLong(3)),
                new Officer(row.getString(4)));
    }

    /**
     * Custodians who have not acknowledged a hold that binds on a day: those it names, and those told of it.
     *
     * @param reminderDays days after the last notice or reminder until the next one is due
     */
    public List<Outstanding> outstanding(LocalDate day, int reminderDays) {
        List<Outstanding> found = new ArrayList<>();
        for (PlacedHold placed : new HoldRows(reader).binding(day)) {
            LegalHold hold = placed.hold();
            Map<Custodian, List<Notice>> told =
                    read(reader, hold.id()).stream().collect(Collectors.groupingBy(Notice::custodian));
            hold.scope().custodians().forEach(custodian -> told.putIfAbsent(custodian, List.of()));
            told.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .filter(entry ->
                            entry.getValue().stream().noneMatch(notice -> notice.step() == Notice.Step.ACKNOWLEDGED))
                    .map(entry -> outstanding(hold, entry.getKey(), entry.getValue(), reminderDays))
                    .forEach(found::add);
        }
        return found;
    }

    private Outstanding outstanding(LegalHold hold, Custodian custodian, List<Notice> notices, int reminderDays) {
        if (notices.isEmpty()) {
            return new Outstanding(hold.id(), custodian, null, 0, day(hold.placed()));
        }
        LocalDate due = day(notices.getLast().at()).plusDays(reminderDays);
        return new Outstanding(hold.id(), custodian, notices.getFirst().at(), notices.size() - 1, due);
    }

    private LocalDate day(Instant time) {
        return time.atZone(zone).toLocalDate();
    }
}

package org.muniment.archive.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The record of who was told of which hold, who was reminded and who acknowledged. It records; the letters themselves are
 * sent by people. Records are only ever added, in the caller's transaction. Safe for many threads.
 */
public final class Notices {
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
     * Records a step.
     *
     * @throws HoldRefused when there is no such hold, the custodian is none of it, or the step does not follow from those
     *     before: nobody is reminded, or acknowledges, before a notice was sent
     */
    public Notice record(HoldId hold, Custodian custodian, Notice.Step step, Officer by, Instant at) {
        LegalHold held = new HoldRows(writer).one(hold).hold();
        if (!held.scope().custodians().isEmpty() && !held.scope().custodians().contains(custodian)) {
            throw new HoldRefused(hold + " is not on the mailbox of " + custodian + " but of "
                    + held.scope().custodians().stream()
                            .sorted()
                            .map(Custodian::address)
                            .collect(Collectors.joining(", ")));
        }
        List<Notice> before = read(writer, hold).stream()
                .filter(notice -> notice.custodian().equals(custodian))
                .toList();
        NoticeOrder.check(held, custodian, before, step);
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

    /** The steps recorded for a hold, in their order. */
    public List<Notice> of(HoldId hold) {
        return read(reader, hold);
    }

    private static List<Notice> read(JdbcTemplate jdbc, HoldId hold) {
        return jdbc.query(
                "select custodian, step, at, officer from hold_notice where hold = ? order by at, custodian, ordinal",
                (row, number) -> new Notice(
                        hold,
                        new Custodian(row.getString(1)),
                        Notice.Step.valueOf(row.getString(2)),
                        Instant.ofEpochMilli(row.getLong(3)),
                        new Officer(row.getString(4))),
                HoldRows.number(hold));
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

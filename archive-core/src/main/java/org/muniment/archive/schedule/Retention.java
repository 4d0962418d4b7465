package org.muniment.archive.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.muniment.archive.ledger.Ledger;

/**
 * The registers of this room, wired.
 *
 * @param schedules versions of the retention schedule
 * @param events what starts and ends clocks
 * @param reviews the yearly reviews
 * @param footers known footers
 * @param evaluations all that items are held against
 * @param classifications what each item is
 * @param declarations what persons declared items to be
 * @param zone the agency's, in which days begin and end
 */
public record Retention(
        Schedules schedules,
        RecordedEvents events,
        Reviews reviews,
        FooterRegister footers,
        Evaluations evaluations,
        Classifications classifications,
        Declarations declarations,
        ZoneId zone) {
    /**
     * @param writer where changes are made, in callers' transactions
     * @param reader where committed state is read
     * @param ledger where changes are noted, in the same transactions
     */
    public static Retention of(DataSource writer, DataSource reader, Ledger ledger, ZoneId zone) {
        Schedules schedules = new Schedules(writer, reader, ledger);
        RecordedEvents events = new RecordedEvents(writer, reader, ledger, zone);
        Reviews reviews = new Reviews(writer, reader, ledger);
        FooterRegister footers = new FooterRegister(writer, reader);
        Evaluations evaluations = new Evaluations(writer, reader, schedules, events, footers, reviews, zone);
        Classifications classifications = new Classifications(writer, reader);
        return new Retention(
                schedules,
                events,
                reviews,
                footers,
                evaluations,
                classifications,
                new Declarations(writer, reader, evaluations, classifications, ledger),
                zone);
    }

    /** The agency's day at an instant. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}

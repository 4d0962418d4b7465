package org.muniment.archive.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;

/**
 * The register of stopped runs, of the officers who let them go on, and of how much was removed on each day. Changes run in
 * the caller's transaction.
 */
public final class Trips {
    /** Which of the two clocks removed something. */
    public enum Clock {
        ARCHIVE,
        MAILBOX
    }

    /**
     * A stopped run as it is kept.
     *
     * @param run the run
     * @param words why, for people
     * @param items items it would have removed
     * @param at when
     * @param overriddenBy who let it go on; null for nobody
     * @param reason why it was let go on; null for nobody
     * @param used when the run went on; null when it did not
     */
    public record Stop(
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
    public Trips(DataSource writer, DataSource reader, Ledger ledger) {}

    /** Keeps that a run was stopped. */
    public void record(Trip trip, Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * Lets the latest stopped run of that name go on, once.
     *
     * @param reason why, at least a word
     * @throws DispositionRefused when that run was not stopped, or was let go on already
     */
    public void override(String run, Officer by, String reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Uses up an override of that run, if there is one that was not used. */
    public boolean useOverride(String run, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** The latest stops, newest first. */
    public List<Stop> latest(int limit) {
        throw new UnsupportedOperationException();
    }

    /**
     * Adds to a day's removals.
     *
     * @param items items removed; one of two custodians counts once here
     * @param custodians items by custodian's address
     */
    public void removed(Clock clock, LocalDate day, long items, Map<String, Long> custodians) {
        throw new UnsupportedOperationException();
    }

    /** Items removed on each of the 30 days before that day, days without any left out. */
    public List<Long> history(Clock clock, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** Items removed on that day by custodian's address; the empty address for all together. */
    public Map<String, Long> removedOn(Clock clock, LocalDate day) {
        throw new UnsupportedOperationException();
    }
}

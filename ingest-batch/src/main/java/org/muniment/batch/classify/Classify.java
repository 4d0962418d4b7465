package org.muniment.batch.classify;

import org.muniment.archive.item.Registers;
import org.muniment.archive.schedule.Evaluations;
import org.muniment.batch.JobStore;
import org.muniment.batch.Rooms;
import org.muniment.batch.reindex.Reindex;

/**
 * Classifies again what is behind: items that a change of schedule, events, footers or agreements can touch are read from their
 * objects, of all others nothing is written. A run that was interrupted, even by a killed process, goes on with what it had not
 * read when it is run again. An archive without a schedule has nothing to classify.
 */
public final class Classify {
    private final Rooms rooms;

    /** Is told how far a run is. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (looked, total) -> {};

        /**
         * @param looked items looked at so far
         * @param total items of the archive: at most as many are behind
         */
        void advanced(long looked, long total);
    }

    /**
     * What a run did.
     *
     * @param looked items that were behind
     * @param read those of them that were read again
     * @param moved those of them that are now in another class or series, or were in none
     * @param unread those of them whose object is missing or damaged: they stay what they were; see {@code muniment verify}
     * @param seconds it took
     */
    public record Outcome(long looked, long read, long moved, long unread, double seconds) {
        /** Nothing was behind. */
        public static final Outcome NOTHING = new Outcome(0, 0, 0, 0, 0);

        Outcome plus(Outcome other) {
            return new Outcome(
                    looked + other.looked,
                    read + other.read,
                    moved + other.moved,
                    unread + other.unread,
                    seconds + other.seconds);
        }
    }

    public Classify(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Notes what the day itself has changed: a schedule that came into force, an agreement that lapsed. */
    public void settle() {
        Evaluations evaluations = rooms.retention().evaluations();
        if (!evaluations.isSettled(rooms.today())) {
            rooms.catalogue().transactions().executeWithoutResult(status -> evaluations.settle(rooms.today()));
        }
    }

    /**
     * Brings every item up to date, or as many as it can until it is interrupted.
     *
     * @throws IllegalStateException when it can't go on; it can be run again
     */
    public Outcome run(Progress progress) {
        long start = System.nanoTime();
        settle();
        Evaluations evaluations = rooms.retention().evaluations();
        if (evaluations.areDone() || evaluations.find(rooms.today()).isEmpty()) {
            return Outcome.NOTHING;
        }
        long total = new Registers(rooms.catalogue().reader()).count();
        Outcome outcome = Outcome.NOTHING;
        do {
            outcome = outcome.plus(turn(progress, outcome.looked(), total));
        } while (!evaluations.areDone());
        return new Outcome(
                outcome.looked(), outcome.read(), outcome.moved(), outcome.unread(), (System.nanoTime() - start) / 1e9);
    }

    /** One pass; another is needed when something changed meanwhile. The index has every item that it begins with. */
    private Outcome turn(Progress progress, long before, long total) {
        Renewals renewals = new Renewals(rooms, looked -> progress.advanced(before + looked, total));
        new Reindex(rooms).catchUp();
        new ClassifyJob(JobStore.open(rooms.catalogue())).run(rooms, renewals);
        return renewals.outcome();
    }
}

package org.muniment.batch.nightly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one night did, on one page a clerk can read. Lists may be empty; texts are plain words in the agency's language,
 * without content of any mail.
 *
 * @param night the day the work began, in the agency's zone: the page's date
 * @param attempt from 1; later ones follow when the work is called again for the same night
 * @param zone the agency's time zone
 * @param archive the ledger's name
 * @param started when the work began
 * @param ended when the page was written
 * @param steps each step in its order and what became of it
 * @param fixity what the fixity sample found; null when it was not run
 * @param mailboxes what left the mailboxes
 * @param planned lists proposed tonight
 * @param executed what was condemned and destroyed
 * @param breakers what stopped a purge, in words with the way on
 * @param unreconciled sources whose last ingest did not end cleanly
 * @param alerts what the law or a fault makes urgent, such as a statutory maximum that is due
 * @param acknowledgements hold notices nobody has acknowledged yet
 * @param todo what a person must do, most urgent first; each a full sentence with the command that does it
 */
public record NightReport(
        LocalDate night,
        int attempt,
        String zone,
        String archive,
        Instant started,
        Instant ended,
        List<Step> steps,
        @Nullable Fixity fixity,
        List<MailboxLine> mailboxes,
        List<PlanLine> planned,
        Executed executed,
        List<String> breakers,
        List<Unreconciled> unreconciled,
        List<String> alerts,
        List<Acknowledgement> acknowledgements,
        List<String> todo) {
    /** What became of a step. */
    public enum Outcome {
        DONE("done"),
        /** It did what it could and is continued in the next night: no fault. */
        UNFINISHED("not finished in time"),
        /** A breaker stopped it. */
        STOPPED("stopped by a breaker"),
        /** It was not begun, since an earlier step failed or was stopped. */
        SKIPPED("not begun"),
        FAILED("failed");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One step.
     *
     * @param name as people read it: {@code Fixity sample}
     * @param outcome what became of it
     * @param words one sentence: counts, or why not
     * @param seconds it took
     */
    public record Step(String name, Outcome outcome, String words, double seconds) {}

    /** So many, for a reason or of a series. */
    public record Counted(String words, long count) {}

    /**
     * What the sample found.
     *
     * @param items whose object was read and hashed
     * @param entries of the ledger that were proved
     * @param faults each in words; none when all is well
     */
    public record Fixity(long items, long entries, List<String> faults) {}

    /**
     * One mailbox.
     *
     * @param stopped why nothing was removed; null when nothing stopped it
     */
    public record MailboxLine(
            String custodian,
            String path,
            long listed,
            long removed,
            List<Counted> kept,
            @Nullable String stopped) {}

    /**
     * A list of items due for destruction.
     *
     * @param plan its id
     * @param authority on what authority it goes on by itself; empty when it waits for a person
     * @param items on it
     * @param series how many of each
     * @param refused what was due and is not on it, by reason
     */
    public record PlanLine(String plan, String authority, long items, List<Counted> series, List<Counted> refused) {}

    /**
     * What became of approved lists.
     *
     * @param condemned items whose grace period began
     * @param destroyed items destroyed
     * @param withdrawn items taken off a list in the last moment, by reason
     * @param certificates finished plans whose certificate of destruction is not issued yet
     */
    public record Executed(long condemned, long destroyed, List<Counted> withdrawn, List<String> certificates) {
        public static final Executed NOTHING = new Executed(0, 0, List.of(), List.of());
    }

    /** A source whose last ingest did not end cleanly. */
    public record Unreconciled(String source, String run, String words) {}

    /**
     * A notice that waits.
     *
     * @param sent the day it was sent; null when it was not yet
     * @param days since then
     */
    public record Acknowledgement(
            String hold, String custodian, @Nullable LocalDate sent, long days) {}

    /** Whether nothing failed, nothing was stopped and nobody must do anything. */
    public boolean quiet() {
        return todo.isEmpty() && steps.stream().allMatch(step -> step.outcome() == Outcome.DONE);
    }
}

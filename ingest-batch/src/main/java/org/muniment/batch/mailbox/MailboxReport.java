package org.muniment.batch.mailbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a purge of one mailbox did, or, as a rehearsal, would do.
 *
 * @param run its id; empty for a rehearsal
 * @param path the mailbox
 * @param custodian whose it is
 * @param rehearsal whether nothing was to be removed
 * @param listed messages in all folders
 * @param boxed messages in the in- and out-boxes
 * @param removed messages removed; of a rehearsal, those that would be
 * @param bytes of those
 * @param kept why the others stay, most frequent first
 * @param until server receipt up to which, inclusive, messages were old enough; null when nothing was judged
 * @param stopped why nothing was removed: a breaker, in words; null when none tripped
 * @param unfinished whether the run was told to stop and goes on at the next call
 */
public record MailboxReport(
        String run,
        String path,
        String custodian,
        boolean rehearsal,
        long listed,
        long boxed,
        long removed,
        long bytes,
        List<Kept> kept,
        @Nullable Instant until,
        @Nullable String stopped,
        boolean unfinished) {
    /**
     * Messages that stay for one reason.
     *
     * @param reason its name, for programs
     * @param words the reason, for people
     * @param messages how many
     * @param places some of them, at most 20, for a person to look at; none for reasons that need no look
     */
    public record Kept(KeptFor reason, String words, long messages, List<String> places) {
        public Kept {
            places = List.copyOf(places);
        }
    }

    public MailboxReport {
        kept = List.copyOf(kept);
    }

    /** Whether an officer may let the stopped run go on. */
    public boolean canBeOverridden() {
        return !rehearsal && kept.stream().anyMatch(one -> one.reason() == KeptFor.RUN_STOPPED);
    }

    /** Whether not one message of the in- and out-boxes has a date that could be read: the server is at fault, not a mail. */
    public boolean tellsNoDate() {
        return boxed > 0
                && kept.stream().anyMatch(one -> one.reason() == KeptFor.UNKNOWN_AGE && one.messages() >= boxed);
    }

    MailboxReport stoppedFor(String why) {
        return new MailboxReport(
                run, path, custodian, rehearsal, listed, boxed, removed, bytes, kept, until, why, unfinished);
    }
}

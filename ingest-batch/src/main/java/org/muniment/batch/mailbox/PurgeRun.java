package org.muniment.batch.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One purge of one mailbox, from its start to its end; interruptions do not end it.
 *
 * @param id unique, and in the order of starting
 * @param mailbox the mailbox's number
 * @param state where it stands
 * @param started when it was first started
 * @param until server receipt up to which, inclusive, messages are old enough
 * @param listed messages in all folders
 * @param boxed messages in the in- and out-boxes
 * @param proposed messages that nothing kept when the mailbox was judged
 * @param stopped why nothing was removed; null unless stopped
 */
record PurgeRun(
        String id,
        long mailbox,
        State state,
        Instant started,
        Instant until,
        long listed,
        long boxed,
        long proposed,
        @Nullable String stopped) {
    /** Where a run stands. */
    enum State {
        /** Lists and judges; nothing is removed yet. */
        JUDGING,
        /** Removes what was proposed. */
        REMOVING,
        DONE,
        /** Ended before anything was removed. */
        STOPPED
    }
}

package org.muniment.archive.item;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One taking-in of one source, from its start to its reconciliation; interruptions do not end it.
 *
 * @param id unique, and in the order of starting
 * @param source the container, as collections name it
 * @param custodian whose mailbox, or how custodians are found
 * @param type how the source is read
 * @param state where it stands
 * @param started when it was first started
 * @param ended when it ended; null until then
 * @param worked time spent on it, without interruptions
 * @param tally counts so far
 */
public record Run(
        String id,
        String source,
        String custodian,
        String type,
        State state,
        Instant started,
        @Nullable Instant ended,
        Duration worked,
        Tally tally) {
    /** Where a run stands. */
    public enum State {
        /** Running, or interrupted and to be resumed. */
        OPEN,
        /** Ended, and its sum holds. */
        RECONCILED,
        /** Ended, and its sum does not hold: to be looked into. */
        UNRECONCILED
    }

    /** How the id of a run that started then begins; what follows is random. */
    public static String idPrefix(Instant started) {
        return started.toString().replaceAll("[:.-]", "") + "-";
    }
}

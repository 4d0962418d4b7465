package org.muniment.archive.hold;

import java.time.Instant;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Officer;

/**
 * A step in telling a custodian of a hold.
 *
 * @param hold the hold
 * @param custodian who was told, or answered
 * @param step what happened
 * @param at when it was recorded
 * @param by who recorded it
 */
public record Notice(HoldId hold, Custodian custodian, Step step, Instant at, Officer by) {
    /** What happened, in the order it may happen. */
    public enum Step {
        SENT("sent"),
        REMINDED("reminded"),
        ACKNOWLEDGED("acknowledged"),
        /** The custodian was told that the hold is released. */
        RELEASED("told of the release");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        /** As people name it. */
        public String words() {
            return words;
        }
    }
}

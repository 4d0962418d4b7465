package org.muniment.archive.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Officer;

/**
 * Something that was done for a request.
 *
 * @param number from 1 within the request
 * @param kind what
 * @param day when it was done, in the agency's zone
 * @param words what there is to say, one line; may be empty
 * @param determination the answer, for that step only
 * @param by who entered it
 * @param at when it was entered
 */
public record RequestStep(
        RequestId request,
        int number,
        Kind kind,
        LocalDate day,
        String words,
        @Nullable Determination determination,
        Officer by,
        Instant at) {
    /** What is done between receipt and end. */
    public enum Kind {
        ACKNOWLEDGED("acknowledged"),
        CLARIFICATION_ASKED("clarification asked"),
        CLARIFICATION_ANSWERED("clarification answered"),
        /** How the requester was helped to make an effective request (Gov. Code 7922.600). */
        ASSISTED("helped the requester"),
        /** It asks for something else now, which a hold of its own keeps. */
        SCOPE_CHANGED("scope changed"),
        /** The requester was told of the longer period. */
        EXTENSION_SENT("extension notice sent"),
        DETERMINED("determination"),
        RELEASED("records released"),
        NOTED("note");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As people name it. */
        public String words() {
            return words;
        }

        /** Whether it says nothing without words. */
        public boolean needsWords() {
            return this == ASSISTED || this == NOTED;
        }
    }

    /** The answer, of that step. */
    public Optional<Determination> answer() {
        return Optional.ofNullable(determination);
    }
}

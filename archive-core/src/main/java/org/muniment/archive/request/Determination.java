package org.muniment.archive.request;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request: whether it asks for records that the district has and may hand out (Gov. Code 7922.535(a)).
 *
 * @param outcome all, some or none of what was asked for
 * @param available when the records will be there, in the agency's zone; null exactly when there are none
 */
public record Determination(Outcome outcome, @Nullable LocalDateTime available) {
    /** What is handed out of what was asked for. */
    public enum Outcome {
        FULL("in full"),
        PARTIAL("in part"),
        NONE("no records");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** As people name it. */
        public String words() {
            return words;
        }
    }

    public Determination {
        if ((outcome == Outcome.NONE) != (available == null)) {
            throw new RequestRefused(
                    "A determination that hands out records says when they will be there: the estimated"
                            + " date and time (Gov. Code 7922.535(a)); one that hands out none does not");
        }
    }

    /** When the records will be there. */
    public Optional<LocalDateTime> estimate() {
        return Optional.ofNullable(available);
    }
}

package org.muniment.archive.request;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * How long the law gives to answer requests received from some day on.
 *
 * @param since the first day of receipt it is for
 * @param unit what is counted
 * @param determination days for the determination; the day of receipt does not count
 * @param extension days more, once
 * @param grounds the circumstances for which they may be taken
 * @param citation where it stands
 * @param caution what a person must confirm before relying on it; empty for nothing
 */
public record ResponsePeriod(
        LocalDate since,
        Unit unit,
        int determination,
        int extension,
        Set<ExtensionGround> grounds,
        String citation,
        String caution) {
    private static final int LONGEST = 365;

    /** What is counted. */
    public enum Unit {
        CALENDAR_DAYS("calendar days"),
        /** Days that are no holiday of Code of Civil Procedure 135. */
        BUSINESS_DAYS("business days");

        private final String words;

        Unit(String words) {
            this.words = words;
        }

        /** As people name it. */
        public String words() {
            return words;
        }
    }

    public ResponsePeriod {
        grounds = Set.copyOf(grounds);
        if (determination < 1 || extension < 0 || determination + extension > LONGEST || citation.isBlank()) {
            throw new IllegalArgumentException(
                    "A period has 1 to " + LONGEST + " days with its extension, and its citation");
        }
    }

    /** Whether that circumstance was law for requests of that time. */
    public boolean allows(ExtensionGround ground) {
        return grounds.contains(ground);
    }

    /** What a person must confirm before relying on it. */
    public Optional<String> warning() {
        return caution.isEmpty() ? Optional.empty() : Optional.of(caution);
    }

    ResponsePeriod warnedOf(String pending) {
        return new ResponsePeriod(since, unit, determination, extension, grounds, citation, pending);
    }
}

package org.muniment.archive.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an item is, for how long it is kept, and why.
 *
 * @param recordClass Class 1, 2 or 3
 * @param series its record series
 * @param basis how that was found
 * @param reason one sentence for people: the words that matched and where, or why there were none; never empty
 * @param authority the citation
 * @param origin the day it was received, in the agency's zone; null when unknown
 * @param eligibility from when on it may be destroyed
 * @param atMost the day by which the law wants it destroyed; null when it wants none
 */
public record Classification(
        RecordClass recordClass,
        SeriesId series,
        Basis basis,
        String reason,
        String authority,
        @Nullable LocalDate origin,
        Eligibility eligibility,
        @Nullable LocalDate atMost) {
    /** How a classification came about. */
    public enum Basis {
        /** A rule of the schedule matched. */
        RULE,
        /** No rule matched: what the schedule says of the unmatched. */
        UNMATCHED,
        /** A person declared it; see the register of declarations. */
        DECLARED,
        /** Superintendent and board agreed on Class 2 for the school year's unclassified records. */
        AGREED
    }

    public Classification {
        if (reason.isBlank() || authority.isBlank()) {
            throw new IllegalArgumentException("A classification has a reason and a citation");
        }
    }
}

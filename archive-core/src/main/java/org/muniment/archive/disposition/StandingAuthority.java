package org.muniment.archive.disposition;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;

/**
 * What two officers signed so that transitory series may be destroyed without a list for each night.
 *
 * @param id {@code A} and a number
 * @param series the series it is for, at least one
 * @param signed the day it was signed, its first, in the agency's zone
 * @param lapses the first day on which it no longer holds: a year later
 * @param by one officer
 * @param second another person
 * @param revoked from when on it no longer holds because it was revoked; null when it was not
 */
public record StandingAuthority(
        String id,
        Set<SeriesId> series,
        LocalDate signed,
        LocalDate lapses,
        Officer by,
        Officer second,
        @Nullable LocalDate revoked) {
    public StandingAuthority {
        series = Set.copyOf(series);
        if (series.isEmpty()) {
            throw new IllegalArgumentException("A standing authority names the series it is for");
        }
        if (by.isSamePersonAs(second)) {
            throw new IllegalArgumentException(
                    "A standing authority is signed by two persons, not by " + by + " twice");
        }
    }

    /** Whether it holds on a day in the agency's zone. Once revoked it never holds again. */
    public boolean holdsOn(LocalDate day) {
        return revoked == null && !day.isBefore(signed) && day.isBefore(lapses);
    }
}

package org.muniment.archive.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;

/**
 * What a plan is to list.
 *
 * @param asOf items whose eligible day is this one or earlier, in the agency's zone
 * @param series of these series only; empty for all
 * @param unattended to be approved by a standing authority: transitory series of Class 3 only
 * @param by who proposes
 * @param at when
 */
public record PlanRequest(LocalDate asOf, Set<SeriesId> series, boolean unattended, Officer by, Instant at) {
    public PlanRequest {
        series = Set.copyOf(series);
    }
}

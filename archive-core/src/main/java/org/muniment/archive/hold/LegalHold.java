package org.muniment.archive.hold;

import java.time.Instant;
import java.time.LocalDate;
import org.muniment.archive.ledger.Officer;

/**
 * A duty to keep, for a matter.
 *
 * @param id its name
 * @param matter the matter's id
 * @param kind why
 * @param scope what it covers
 * @param placedBy who placed it
 * @param placed when
 * @param state where it stands
 */
public record LegalHold(
        HoldId id, String matter, HoldKind kind, HoldScope scope, Officer placedBy, Instant placed, State state) {
    /** Where a hold stands. */
    public sealed interface State {
        record InForce() implements State {}

        /** One person asked for its release. */
        record ReleaseRequested(Officer by, String reason, Instant at) implements State {}

        /** Two persons released it; it binds until the day {@code ends}, and no more from that day on. */
        record CoolingOff(Officer by, Officer second, String reason, Instant at, LocalDate ends) implements State {}
    }

    /** Whether it forbids destruction on a day in the agency's zone. */
    public boolean bindsOn(LocalDate day) {
        return switch (state) {
            case State.InForce inForce -> true;
            case State.ReleaseRequested requested -> true;
            case State.CoolingOff cooling -> day.isBefore(cooling.ends());
        };
    }
}

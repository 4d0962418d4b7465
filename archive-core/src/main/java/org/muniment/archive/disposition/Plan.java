package org.muniment.archive.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Digest;

/**
 * A list of items due for destruction, frozen when it was proposed: what is not on it is not touched.
 *
 * @param id its name
 * @param request what was asked for, by whom and when
 * @param schedule the version of the retention schedule it was made by
 * @param items lines on it
 * @param classTwo how many of them are Class 2: approving the list reclassifies those as Class 3 (5 CCR 16024)
 * @param list SHA-256 of the list, see {@link PlanLine#written()}; the ledger has it since the plan was proposed
 * @param stage where it stands
 */
public record Plan(PlanId id, PlanRequest request, long schedule, long items, long classTwo, Digest list, Stage stage) {
    /** Where a plan stands. */
    public sealed interface Stage {
        /** Waits for an approval. */
        record Proposed() implements Stage {}

        /** May be condemned. */
        record Approved(Approval approval) implements Stage {}

        /**
         * Its items are hidden from staff and can be restored.
         *
         * @param graceEnds the first day on which they may be destroyed, in the agency's zone
         */
        record Condemned(Approval approval, Instant at, LocalDate graceEnds) implements Stage {}

        /** Each of its items was destroyed or withdrawn; approval is null when all were withdrawn before one was given. */
        record Finished(@Nullable Approval approval, Instant at) implements Stage {}
    }

    /** On what authority; empty as long as nobody approved it. */
    public Optional<Approval> approval() {
        return switch (stage) {
            case Stage.Proposed proposed -> Optional.empty();
            case Stage.Approved approved -> Optional.of(approved.approval());
            case Stage.Condemned condemned -> Optional.of(condemned.approval());
            case Stage.Finished finished -> Optional.ofNullable(finished.approval());
        };
    }

    /** What the approval does to Class 2 lines, in words; empty when there are none. */
    public String reclassification() {
        return classTwo == 0
                ? ""
                : "With it " + classTwo + (classTwo == 1 ? " item" : " items")
                        + " of Class 2 Optional " + (classTwo == 1 ? "is" : "are")
                        + " reclassified as Class 3 Disposable (5 CCR 16024)";
    }
}

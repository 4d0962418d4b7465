package org.muniment.batch.expire;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run of {@link Expire} did.
 *
 * @param condemned plans that were condemned in it
 * @param carriedOut plans whose items were destroyed, or taken off, in it; or that were stopped
 * @param remains what of destroyed items had to stay in the archive's files for now, in words
 * @param unfinished whether it was told to stop and left something to the next run
 * @param seconds it took
 */
public record Expired(
        List<Condemned> condemned,
        List<CarriedOut> carriedOut,
        List<String> remains,
        boolean unfinished,
        double seconds) {
    /**
     * A plan whose items are now hidden from staff.
     *
     * @param graceEnds first day on which they may be destroyed, in the agency's zone
     */
    public record Condemned(String plan, long items, LocalDate graceEnds) {}

    /**
     * A plan that was worked on.
     *
     * @param destroyed items destroyed in this run
     * @param kept items taken off it in this run, by the veto that keeps them
     * @param remaining items still to do
     * @param stopped why nothing more of it was destroyed: the breaker, or another refusal; null when it did not
     */
    public record CarriedOut(
            String plan,
            long destroyed,
            Map<String, Long> kept,
            long remaining,
            @Nullable String stopped) {
        public CarriedOut {
            kept = Map.copyOf(kept);
        }
    }

    public Expired {
        condemned = List.copyOf(condemned);
        carriedOut = List.copyOf(carriedOut);
        remains = List.copyOf(remains);
    }

    /** Items destroyed in this run. */
    public long destroyed() {
        return carriedOut.stream().mapToLong(CarriedOut::destroyed).sum();
    }

    /** Whether a plan was stopped. */
    public boolean isStopped() {
        return carriedOut.stream().anyMatch(plan -> plan.stopped() != null);
    }
}

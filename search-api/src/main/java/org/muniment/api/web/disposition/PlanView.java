package org.muniment.api.web.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Approval;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.Plans;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;

/**
 * A plan as pages show it.
 *
 * @param stage 1 waits for approval, 2 approved, 3 in the vault, 4 finished
 * @param series those that were asked for; empty for all
 * @param open items neither destroyed nor taken off yet
 * @param authority board action or standing authority; null while nobody approved it
 * @param graceEnds the first day on which its items may be destroyed; null while they are not in the vault
 * @param kept items that were due when it was made and are kept, by veto
 * @param next what happens next, in words
 */
record PlanView(
        String id,
        int stage,
        String state,
        LocalDate asOf,
        List<String> series,
        boolean unattended,
        Instant proposed,
        String proposedBy,
        long items,
        long classTwo,
        long open,
        long destroyed,
        long withdrawn,
        @Nullable String authority,
        @Nullable String approvedBy,
        @Nullable LocalDate graceEnds,
        String list,
        SortedMap<String, Long> kept,
        String next) {
    static Plan find(Archive archive, String name) {
        try {
            return archive.disposal()
                    .plans()
                    .find(new PlanId(name.toUpperCase(Locale.ROOT)))
                    .orElseThrow(NotThere::new);
        } catch (IllegalArgumentException none) {
            throw new NotThere();
        }
    }

    static PlanView of(Archive archive, Plan plan) {
        Plans plans = archive.disposal().plans();
        Plans.Counts counts = plans.counts(plan.id());
        LocalDate today = archive.retention().day(archive.clock().instant());
        return new PlanView(
                plan.id().value(),
                stage(plan),
                state(plan),
                plan.request().asOf(),
                plan.request().series().stream().sorted().map(SeriesId::value).toList(),
                plan.request().unattended(),
                plan.request().at(),
                plan.request().by().name(),
                plan.items(),
                plan.classTwo(),
                counts.open(),
                counts.destroyed(),
                counts.withdrawn(),
                plan.approval().map(Approval::words).orElse(null),
                plan.approval()
                        .map(one -> one instanceof Approval.Standing
                                ? one.first() + " and " + one.second()
                                : one.second().name())
                        .orElse(null),
                plan.stage() instanceof Plan.Stage.Condemned condemned ? condemned.graceEnds() : null,
                plan.list().hex(),
                new TreeMap<>(plans.refusalCounts(plan.id())),
                next(plan, today));
    }

    private static int stage(Plan plan) {
        return switch (plan.stage()) {
            case Plan.Stage.Proposed proposed -> 1;
            case Plan.Stage.Approved approved -> 2;
            case Plan.Stage.Condemned condemned -> 3;
            case Plan.Stage.Finished finished -> 4;
        };
    }

    private static String state(Plan plan) {
        return switch (plan.stage()) {
            case Plan.Stage.Proposed proposed -> "waits for approval";
            case Plan.Stage.Approved approved -> "approved";
            case Plan.Stage.Condemned condemned -> "in the vault";
            case Plan.Stage.Finished finished -> "finished";
        };
    }

    private static String next(Plan plan, LocalDate today) {
        return switch (plan.stage()) {
            case Plan.Stage.Proposed proposed ->
                "A person other than " + plan.request().by() + " approves it.";
            case Plan.Stage.Approved approved ->
                today.isBefore(plan.request().asOf())
                        ? "It waits for " + plan.request().asOf() + "."
                        : "The next run hides its items and starts their grace period.";
            case Plan.Stage.Condemned condemned ->
                today.isBefore(condemned.graceEnds())
                        ? "Its items can be restored until "
                                + condemned.graceEnds().minusDays(1) + "."
                        : "Its grace is over: the next run destroys its items, after every veto is asked again.";
            case Plan.Stage.Finished finished -> "Nothing; its certificate can be had.";
        };
    }

    /** Whether this person proposed it, and so can't approve it. */
    boolean isBy(Who who) {
        return new Officer(proposedBy).isSamePersonAs(who.officer());
    }
}

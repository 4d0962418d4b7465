package org.muniment.archive.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Officer;

/**
 * Carries out approved plans. Each call runs its own transactions. At any moment the process may die: calling
 * {@link #destroy} again goes on from there.
 */
public final class Destruction {
    /** Days between condemning and destroying, unless the archive is told otherwise. */
    public static final int GRACE_DAYS = 30;

    /** The largest batch. */
    public static final int LARGEST_BATCH = 200;

    private static final int PAGE = 1000;

    private final Premises premises;
    private final Plans plans;
    private final Trips trips;
    private final Siblings siblings;
    private final int graceDays;

    /**
     * @param premises the archive's parts
     * @param plans the register of plans
     * @param trips the register of stopped runs
     * @param graceDays days between condemning and destroying, at least 0
     */
    public Destruction(Premises premises, Plans plans, Trips trips, int graceDays) {
        this.premises = premises;
        this.plans = plans;
        this.trips = trips;
        this.siblings = new Siblings(premises);
        this.graceDays = graceDays;
    }

    /**
     * Hides a plan's items from staff for the grace period.
     *
     * @return the first day on which they may be destroyed, in the agency's zone
     * @throws DispositionRefused when the plan is not approved
     */
    public LocalDate condemn(PlanId plan, Instant at) {
        LocalDate graceEnds = premises.day(at).plusDays(graceDays);
        premises.transactions().executeWithoutResult(status -> {
            PlanRows rows = new PlanRows(premises.writing());
            Plan found = rows.lock(plan);
            if (!(found.stage() instanceof Plan.Stage.Approved)) {
                throw new DispositionRefused("Plan " + plan + " is not approved, or was condemned before.");
            }
            rows.condemn(plan, at, graceEnds);
            long items = new LineRows(premises.writing()).counts(plan).getOrDefault("OPEN", 0L);
            premises.ledger()
                    .append(List.of(new CustodyEvent.PlanCondemned(at, plan.value(), items, graceEnds.toString())));
        });
        return graceEnds;
    }

    /**
     * Gives all condemned items of a plan back.
     *
     * @return items that can't be given back: they were destroyed, or that was interrupted after their object was
     *     deleted
     * @throws DispositionRefused when the plan is not condemned, or no reason is given
     */
    public List<ItemId> restore(PlanId plan, Officer by, String reason, Instant at) {
        List<ItemId> lost = new ArrayList<>();
        Plan found = plans.find(plan).orElseThrow(() -> new DispositionRefused("There is no plan " + plan + "."));
        List<PlanLine> page = new LineRows(premises.reading()).page(found, 0, PAGE);
        requireCondemned(found);
        while (!page.isEmpty()) {
            List<ItemId> open = page.stream()
                    .filter(line -> line.disposition() instanceof Disposition.Condemned)
                    .map(PlanLine::item)
                    .toList();
            if (!open.isEmpty()) {
                lost.addAll(restore(plan, open, by, reason, at));
            }
            page = new LineRows(premises.reading()).page(found, page.getLast().number(), PAGE);
        }
        return lost;
    }

    /** Gives some condemned items of a plan back; see {@link #restore(PlanId, Officer, String, Instant)}. */
    public List<ItemId> restore(PlanId plan, List<ItemId> items, Officer by, String reason, Instant at) {
        Refusal refusal = TakenOff.restored(by, reason);
        List<ItemId> lost = new ArrayList<>();
        premises.transactions().executeWithoutResult(status -> {
            // Nobody destroys while the objects are looked for.
            premises.holds().lockEpoch();
            Plan found = requireCondemned(new PlanRows(premises.writing()).lock(plan));
            List<Withdrawal> given = new ArrayList<>();
            for (PlanLine line : new LineRows(premises.writing()).of(found, items)) {
                switch (line.disposition()) {
                    case Disposition.Condemned condemned -> {
                        if (line.isBegun() && !premises.objects().contains(line.object())) {
                            lost.add(line.item());
                        } else {
                            given.add(new Withdrawal(line, refusal));
                        }
                    }
                    case Disposition.Destroyed destroyed -> lost.add(line.item());
                    case Disposition.Withdrawn withdrawn -> {}
                    case Disposition.Proposed proposed -> {}
                    case Disposition.Approved approved -> {}
                }
            }
            plans.withdraw(plan, given, by, at);
        });
        return lost;
    }

    private static Plan requireCondemned(Plan plan) {
        return switch (plan.stage()) {
            case Plan.Stage.Condemned condemned -> plan;
            case Plan.Stage.Proposed proposed -> throw new DispositionRefused(notYet(plan));
            case Plan.Stage.Approved approved -> throw new DispositionRefused(notYet(plan));
            case Plan.Stage.Finished finished -> throw new DispositionRefused("Plan " + plan.id() + " is finished.");
        };
    }

    private static String notYet(Plan plan) {
        return "Plan " + plan.id() + " is not condemned yet.";
    }

    /**
     * Destroys the next items of a plan whose grace is over, and takes those off that a veto keeps. Call it until nothing
     * remains.
     *
     * @param batch how many items at most, 1 to {@value #LARGEST_BATCH}; holds wait while a batch is deleted
     * @throws DispositionRefused when the plan is not condemned, or its grace is not over, or no schedule is adopted
     * @throws org.muniment.archive.store.StoreUnavailable when the object store does not answer; nothing is lost, call
     *     again
     */
    public Step destroy(PlanId plan, int batch, Instant at) {
        if (batch < 1 || batch > LARGEST_BATCH) {
            throw new IllegalArgumentException("A batch has 1 to " + LARGEST_BATCH + " items, not " + batch);
        }
        Plan found = plans.find(plan).orElseThrow(() -> new DispositionRefused("There is no plan " + plan + "."));
        requireCondemned(found);
        if (found.stage() instanceof Plan.Stage.Condemned condemned
                && premises.day(at).isBefore(condemned.graceEnds())) {
            throw new DispositionRefused("The grace period of plan " + plan + " ends on " + condemned.graceEnds()
                    + "; until then its items can be restored.");
        }
        Optional<Trip> trip = new Clearance(premises, plans, trips).check(found, at);
        return trip.<Step>map(Step.Stopped::new)
                .orElseGet(() -> new BatchRun(premises, plans, trips, siblings, plan, at).run(batch));
    }
}

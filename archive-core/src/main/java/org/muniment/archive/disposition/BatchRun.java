package org.muniment.archive.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.StandingHolds;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.schedule.Evaluation;

/**
 * One batch, in the order that makes it safe. (1) Outside the lock every object is read and judged, with the holds of one
 * epoch and the rules of one evaluation. (2) What is kept leaves the plan; for the rest it is noted, durably, that its
 * destruction begins. (3) Inside the lock that holds wait for, all that was seen must still be so, or it starts over; then
 * rows, tombstones and ledger entries are written and, last, the objects are deleted, before the transaction commits. So
 * whatever is deleted was free when it was, and an object is missing only where the intent says why.
 */
final class BatchRun {
    private final Premises premises;
    private final Plans plans;
    private final Trips trips;
    private final Siblings siblings;
    private final PlanId id;
    private final Instant at;
    private final LocalDate day;
    private final List<Refused> withdrawn = new ArrayList<>();

    BatchRun(Premises premises, Plans plans, Trips trips, Siblings siblings, PlanId id, Instant at) {
        this.premises = premises;
        this.plans = plans;
        this.trips = trips;
        this.siblings = siblings;
        this.id = id;
        this.at = at;
        this.day = premises.day(at);
    }

    Batch run(int most) {
        new InterruptedContainers(premises).settle(at);
        List<ItemId> destroyed = List.of();
        List<PlanLine> lines = toDo(most);
        while (!lines.isEmpty()) {
            Judgement judgement = judge(lines);
            Optional<List<ItemId>> done = finish(judgement, begin(judgement));
            if (done.isPresent()) {
                destroyed = done.get();
                break;
            }
            lines = toDo(most);
        }
        return new Batch(destroyed, withdrawn, plans.counts(id).open());
    }

    private List<PlanLine> toDo(int most) {
        return plans.find(id)
                .filter(plan -> plan.stage() instanceof Plan.Stage.Condemned)
                .map(plan -> new LineRows(premises.reading()).toDo(plan, most))
                .orElse(List.of());
    }

    private Judgement judge(List<PlanLine> lines) {
        Evaluation evaluation = premises.retention()
                .evaluations()
                .find(day)
                .orElseThrow(() -> new DispositionRefused("No retention schedule is in force on " + day + "."));
        Schedule.requireTwoOfficers(evaluation.adopted());
        StandingHolds holds = premises.holds().standing(day);
        Plan plan = plans.find(id).orElseThrow();
        Terms terms =
                new Terms(day, plan.request().unattended(), evaluation.adopted().schedule(), authority(plan));
        List<Verdict> verdicts = new ObjectJudge(premises, terms, holds, evaluation, siblings).judge(lines);
        return Judgement.of(holds.epoch(), evaluation.number(), terms, verdicts);
    }

    static @Nullable StandingAuthority authority(Plan plan) {
        return plan.approval().orElseThrow() instanceof Approval.Standing standing ? standing.authority() : null;
    }

    /** Gives the lines whose destruction has begun; those an officer restored meanwhile are not among them. */
    private List<PlanLine> begin(Judgement judgement) {
        List<PlanLine> begun = premises.transactions().execute(status -> {
            new PlanRows(premises.writing()).lock(id);
            List<PlanLine> lines = new LineRows(premises.writing()).begin(id, judgement.doomedLines());
            premises.containers().begin(containers(lines), id.value(), at);
            plans.withdraw(id, judgement.kept(), null, at)
                    .forEach(one -> withdrawn.add(new Refused(one.line().item(), one.refusal())));
            return lines;
        });
        return begun == null ? List.of() : begun;
    }

    private Set<Long> containers(List<PlanLine> lines) {
        return premises
                .containers()
                .ofInTransaction(lines.stream().map(PlanLine::item).toList())
                .values()
                .stream()
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<List<ItemId>> finish(Judgement judgement, List<PlanLine> begun) {
        if (begun.isEmpty()) {
            return judgement.doomed().isEmpty() ? Optional.of(List.of()) : Optional.empty();
        }
        try {
            Optional<List<ItemId>> done = premises.transactions()
                    .execute(status ->
                            new CriticalSection(premises, trips, siblings, id, at, day).destroy(judgement, begun));
            return done == null ? Optional.empty() : done;
        } catch (LockedObject locked) {
            premises.transactions()
                    .executeWithoutResult(status -> plans.withdraw(id, locked.withdrawals(), null, at)
                            .forEach(one -> withdrawn.add(new Refused(one.line().item(), one.refusal()))));
            return Optional.empty();
        }
    }
}

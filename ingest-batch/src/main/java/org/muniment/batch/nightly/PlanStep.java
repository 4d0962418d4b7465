package org.muniment.batch.nightly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Disposal;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanRequest;
import org.muniment.archive.disposition.Planned;
import org.muniment.archive.disposition.StandingAuthority;
import org.muniment.archive.schedule.SeriesId;

/**
 * Lists what is due of the transitory series that a standing authority covers, and approves each list under it. Everything
 * else waits for a list that people propose and approve.
 */
final class PlanStep implements NightStep {
    private final Archive archive;
    private final Disposal disposal;

    PlanStep(Archive archive) {
        this.archive = archive;
        this.disposal = archive.disposal();
    }

    @Override
    public String name() {
        return "Plan";
    }

    @Override
    public boolean removes() {
        return true;
    }

    @Override
    public Result run(Tonight tonight) {
        List<NightReport.PlanLine> lines = new ArrayList<>();
        for (StandingAuthority authority : disposal.authorities().holdingOn(tonight.night())) {
            // A list that was frozen when the night was interrupted.
            disposal.plans().open().stream()
                    .filter(plan -> plan.request().unattended()
                            && plan.stage() instanceof Plan.Stage.Proposed
                            && plan.request().series().equals(authority.series()))
                    .forEach(plan -> approve(plan, authority));
            lines.add(propose(tonight, authority));
        }
        long items = lines.stream().mapToLong(NightReport.PlanLine::items).sum();
        String words = lines.isEmpty()
                ? "No standing authority is in force, so nothing was planned unattended"
                : items + " items listed under " + lines.size() + " standing authorities";
        return new Result(NightReport.Outcome.DONE, words, Findings.NONE.withPlanned(lines));
    }

    private NightReport.PlanLine propose(Tonight tonight, StandingAuthority authority) {
        Instant now = archive.clock().instant();
        Planned planned = disposal.planner()
                .propose(new PlanRequest(tonight.night(), authority.series(), true, authority.by(), now));
        if (planned.plan().items() > 0) {
            approve(planned.plan(), authority);
        }
        return new NightReport.PlanLine(
                planned.plan().id().toString(),
                "standing authority " + authority.id() + ", signed by " + authority.by() + " and " + authority.second(),
                planned.plan().items(),
                counted(named(planned.series(), tonight)),
                counted(planned.refusalsInOrder()));
    }

    private Map<String, Long> named(Map<SeriesId, Long> counts, Tonight tonight) {
        RetentionTasks tasks = new RetentionTasks(archive, tonight.night());
        return counts.entrySet().stream()
                .collect(Collectors.toMap(one -> tasks.name(one.getKey()), Map.Entry::getValue));
    }

    private void approve(Plan plan, StandingAuthority authority) {
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> disposal.plans()
                        .approveUnder(plan.id(), authority, archive.clock().instant()));
    }

    static List<NightReport.Counted> counted(Map<?, Long> counts) {
        return counts.entrySet().stream()
                .map(one -> new NightReport.Counted(String.valueOf(one.getKey()), one.getValue()))
                .sorted((a, b) -> Long.compare(b.count(), a.count()))
                .toList();
    }
}

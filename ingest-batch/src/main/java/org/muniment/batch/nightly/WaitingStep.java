package org.muniment.batch.nightly;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.StandingAuthority;
import org.muniment.archive.item.Run;

/** Gathers what waits for a person. */
final class WaitingStep implements NightStep {
    private static final int REMIND_AFTER = 14;
    private static final int LAPSES_SOON = 30;
    private static final int RUNS = 10_000;

    private final Archive archive;

    WaitingStep(Archive archive) {
        this.archive = archive;
    }

    @Override
    public String name() {
        return "What waits for a person";
    }

    @Override
    public boolean removes() {
        return false;
    }

    @Override
    public Result run(Tonight tonight) {
        List<String> todo = new ArrayList<>();
        List<NightReport.Unreconciled> sources = unreconciled();
        sources.forEach(
                one -> todo.add("Take " + one.source() + " in again, so that it is reconciled: " + one.words()));
        List<NightReport.Acknowledgement> waiting = acknowledgements(tonight.night());
        if (!waiting.isEmpty()) {
            todo.add("Remind custodians who have not acknowledged a hold: " + waiting.size() + " notices wait");
        }
        todo.addAll(plans());
        todo.addAll(Uncertified.tasks(archive));
        todo.addAll(authorities(tonight.night()));
        RetentionTasks retention = new RetentionTasks(archive, tonight.night());
        todo.addAll(retention.reviews());
        todo.addAll(retention.withoutHold());
        todo.addAll(retention.undated());
        List<String> alerts = retention.maximums();
        return new Result(
                NightReport.Outcome.DONE,
                todo.isEmpty() && alerts.isEmpty() ? "Nothing" : todo.size() + " tasks, " + alerts.size() + " alerts",
                Findings.NONE
                        .withUnreconciled(sources)
                        .withAcknowledgements(waiting)
                        .withAlerts(alerts)
                        .withTodo(todo));
    }

    /** Of each source and custodian the latest run; open ones of this process have ended by now. */
    private List<NightReport.Unreconciled> unreconciled() {
        Map<String, Run> latest = new LinkedHashMap<>();
        archive.runs().latest(RUNS).forEach(run -> latest.putIfAbsent(run.source() + "\0" + run.custodian(), run));
        return latest.values().stream()
                .filter(run -> run.state() != Run.State.RECONCILED)
                .map(run -> new NightReport.Unreconciled(
                        run.source(),
                        run.id(),
                        run.state() == Run.State.OPEN
                                ? "its ingest was interrupted and not resumed"
                                : "the sum of its latest ingest does not hold"))
                .toList();
    }

    private List<NightReport.Acknowledgement> acknowledgements(LocalDate day) {
        ZoneId zone = archive.settings().zone();
        return archive.notices().outstanding(day, REMIND_AFTER).stream()
                .map(one -> {
                    LocalDate sent =
                            one.sent() == null ? null : one.sent().atZone(zone).toLocalDate();
                    return new NightReport.Acknowledgement(
                            one.hold().value(),
                            one.custodian().address(),
                            sent,
                            sent == null ? 0 : ChronoUnit.DAYS.between(sent, day));
                })
                .toList();
    }

    private List<String> plans() {
        return archive.disposal().plans().open().stream()
                .filter(plan -> plan.stage() instanceof Plan.Stage.Proposed && plan.items() > 0)
                .map(plan -> "Decide on plan " + plan.id() + ": " + plan.items()
                        + " items wait for the board's action and a second person: muniment purge show " + plan.id())
                .toList();
    }

    private List<String> authorities(LocalDate day) {
        return archive.disposal().authorities().holdingOn(day).stream()
                .filter(one -> !one.lapses().isAfter(day.plusDays(LAPSES_SOON)))
                .map(one -> lapses(one))
                .toList();
    }

    private static String lapses(StandingAuthority authority) {
        return "Standing authority " + authority.id() + " lapses on " + authority.lapses()
                + "; two officers may sign a new one";
    }
}

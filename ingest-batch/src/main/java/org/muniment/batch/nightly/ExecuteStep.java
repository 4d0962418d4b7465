package org.muniment.batch.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.batch.expire.Expire;
import org.muniment.batch.expire.Expired;

/** Condemns what was approved and destroys what has been condemned for long enough. */
final class ExecuteStep implements NightStep {
    private final Archive archive;

    ExecuteStep(Archive archive) {
        this.archive = archive;
    }

    @Override
    public String name() {
        return "Execute";
    }

    @Override
    public boolean removes() {
        return true;
    }

    @Override
    public Result run(Tonight tonight) {
        Expired done = new Expire(archive).run(Expire.Progress.NONE, tonight.stop());
        long condemned =
                done.condemned().stream().mapToLong(Expired.Condemned::items).sum();
        return new Result(
                outcome(done),
                condemned + " items condemned, " + done.destroyed() + " destroyed"
                        + (done.unfinished() ? "; it goes on next night" : ""),
                findings(done, condemned, Uncertified.of(archive)));
    }

    private static NightReport.Outcome outcome(Expired done) {
        if (done.isStopped()) {
            return NightReport.Outcome.STOPPED;
        }
        return done.unfinished() ? NightReport.Outcome.UNFINISHED : NightReport.Outcome.DONE;
    }

    private static Findings findings(Expired done, long condemned, List<String> uncertified) {
        Map<String, Long> kept = new TreeMap<>();
        List<String> breakers = new ArrayList<>();
        List<String> todo = new ArrayList<>();
        for (Expired.CarriedOut plan : done.carriedOut()) {
            plan.kept().forEach((veto, items) -> kept.merge(veto, items, Long::sum));
            @Nullable String why = plan.stopped();
            if (why != null) {
                breakers.add("Plan " + plan.plan() + ": nothing more was destroyed, because " + why);
                todo.add("Find out why plan " + plan.plan()
                        + " was stopped. If all is well, an officer lets it go on, once:" + " muniment purge override "
                        + plan.plan() + " --by \"NAME, TITLE\" --reason REASON");
            }
        }
        return Findings.NONE
                .withExecuted(
                        new NightReport.Executed(condemned, done.destroyed(), PlanStep.counted(kept), uncertified))
                .withBreakers(breakers)
                .withAlerts(done.remains())
                .withTodo(todo);
    }
}

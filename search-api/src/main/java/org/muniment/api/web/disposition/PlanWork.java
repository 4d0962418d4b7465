package org.muniment.api.web.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Changes;
import org.muniment.api.web.Job;
import org.muniment.api.web.JobId;
import org.muniment.api.web.JobKind;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Restartable;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.PlanRequest;
import org.muniment.archive.disposition.Planned;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.Classifications.Due;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.batch.expire.Expire;
import org.muniment.batch.expire.Expired;
import org.springframework.stereotype.Component;

/** What is due, and the two jobs of destruction: making a plan of it, and carrying out what was approved. Safe for many threads. */
@Component
public final class PlanWork implements Restartable {
    private static final JobKind KIND = new JobKind("execution", Area.DISPOSITION, Set.of(Role.RECORDS_OFFICER));

    private final Archive archive;
    private final Jobs jobs;
    private final Changes changes;

    PlanWork(Archive archive, Jobs jobs, Changes changes) {
        this.archive = archive;
        this.jobs = jobs;
        this.changes = changes;
    }

    /** How many items of each series their periods let go by a day, held or not. */
    public Map<String, Long> due(LocalDate day) {
        try (var due = archive.retention().classifications().due(day)) {
            return due.map(Due::series)
                    .collect(Collectors.groupingBy(SeriesId::value, TreeMap::new, Collectors.counting()));
        }
    }

    /** Lets a run that the breaker stopped go on, once. Throws {@code DispositionRefused}. */
    public void override(String run, String reason, Who who) {
        changes.run(() -> archive.disposal().trips().override(run, who.officer(), reason, changes.now()));
    }

    /**
     * Begins to make a plan.
     *
     * @param asOf what is eligible on this day; today when null
     * @param series of these only; of all when empty
     * @param unattended whether the board's standing authority is to carry it
     */
    public JobId propose(@Nullable LocalDate asOf, Set<SeriesId> series, boolean unattended, Who who) {
        Officer officer = who.officer();
        return jobs.start(
                "Make a plan of what is due", who, "/disposition", progress -> plan(asOf, series, unattended, officer));
    }

    private String plan(@Nullable LocalDate asOf, Set<SeriesId> series, boolean unattended, Officer officer) {
        try (Archive writing = Archive.write(archive.settings().folder(), archive.clock())) {
            Instant now = writing.clock().instant();
            LocalDate day = asOf == null ? writing.retention().day(now) : asOf;
            Planned planned =
                    writing.disposal().planner().propose(new PlanRequest(day, series, unattended, officer, now));
            writing.ledger().checkpoint();
            return "Plan " + planned.plan().id() + ": " + planned.plan().items() + " items are on the list, "
                    + planned.refused() + " are due and kept, " + planned.listed() + " are on another plan already.";
        }
    }

    /** Begins to carry out every plan that is approved: hides what is new, destroys what was hidden long enough. */
    public JobId execute(Who who) {
        return jobs.start(KIND.order(List.of()), "Carry out approved plans", who, "/disposition", this::execute);
    }

    private String execute(Jobs.Progress progress) {
        try (Archive writing = Archive.write(archive.settings().folder(), archive.clock())) {
            return ExpiredWords.of(new Expire(writing).run(progress::advanced));
        }
    }

    /** What came of a run, for its job's page. */
    static final class ExpiredWords {
        private ExpiredWords() {}

        static String of(Expired done) {
            StringBuilder words = new StringBuilder();
            done.condemned()
                    .forEach(plan -> words.append("Plan ")
                            .append(plan.plan())
                            .append(": ")
                            .append(plan.items())
                            .append(" items hidden; they can be restored until ")
                            .append(plan.graceEnds().minusDays(1))
                            .append(".\n"));
            done.carriedOut().forEach(plan -> words.append(of(plan)));
            done.remains().forEach(remain -> words.append(remain).append('\n'));
            return words.isEmpty() ? "Nothing is to be carried out today." : words.toString();
        }

        private static String of(Expired.CarriedOut plan) {
            String kept = plan.kept().entrySet().stream()
                    .map(veto -> veto.getValue() + " kept: " + veto.getKey())
                    .sorted()
                    .collect(Collectors.joining("; "));
            return "Plan " + plan.plan() + ": " + plan.destroyed() + " items destroyed, " + plan.remaining()
                    + " still to do." + (kept.isEmpty() ? "" : " " + kept + ".")
                    + (plan.stopped() == null ? "" : " Stopped: " + plan.stopped() + ".") + "\n";
        }
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public JobId again(Job ended, Who who) {
        return execute(who);
    }
}

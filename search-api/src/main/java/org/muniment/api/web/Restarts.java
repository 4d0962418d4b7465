package org.muniment.api.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muniment.archive.access.Role;
import org.springframework.stereotype.Component;

/** Lets jobs go on that failed, or that the end of a server broke off. Safe for many threads. */
@Component
public final class Restarts {
    private final Jobs jobs;
    private final Map<String, Restartable> works;

    Restarts(Jobs jobs, List<Restartable> works) {
        this.jobs = jobs;
        this.works = works.stream()
                .collect(Collectors.toUnmodifiableMap(work -> work.kind().name(), Function.identity()));
    }

    /** The kind of a job that can go on; empty for one that can't. */
    public Optional<JobKind> kind(Job job) {
        return work(job).map(Restartable::kind);
    }

    private Optional<Restartable> work(Job job) {
        Job.Order order = job.order();
        return order == null || !job.isResumable() ? Optional.empty() : Optional.ofNullable(works.get(order.kind()));
    }

    /** Whether this person may let it go on. */
    public boolean isFor(Job job, Who who) {
        return kind(job).filter(kind -> mayBegin(kind, who)).isPresent();
    }

    private static boolean mayBegin(JobKind kind, Who who) {
        return who.isAny(kind.roles().toArray(Role[]::new));
    }

    /**
     * Lets a job go on, as a new one.
     *
     * @throws JobRefused when it does not go on, or is for other roles than this person has
     * @throws Exception when it can't be begun
     */
    public JobId restart(Job job, Who who) throws Exception {
        Restartable work = work(job).orElseThrow(() -> new JobRefused(whyNot(job)));
        if (!mayBegin(work.kind(), who)) {
            throw new JobRefused("Only a "
                    + work.kind().roles().stream().map(Role::words).sorted().collect(Collectors.joining(" or a "))
                    + " can let this job go on.");
        }
        JobId next = work.again(job, who);
        jobs.goneOn(job.id(), next);
        return next;
    }

    private static String whyNot(Job job) {
        if (job.goneOnAs() != null) {
            return job.id() + " went on as " + job.goneOnAs() + " already.";
        }
        return switch (job.state()) {
            case Job.State.Running running -> job.id() + " is under way. Wait for its end.";
            case Job.State.Done done -> job.id() + " is done.";
            case Job.State.Failed failed ->
                "A job of this kind does not go on where it stopped. Ask for it again on its own page.";
        };
    }
}

package org.muniment.api.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.access.Role;
import org.springframework.stereotype.Component;

/** Jobs that came to nothing and can go on. */
@Component
final class JobsToday implements TodaySection {
    private final Jobs jobs;
    private final Restarts restarts;

    JobsToday(Jobs jobs, Restarts restarts) {
        this.jobs = jobs;
        this.restarts = restarts;
    }

    @Override
    public int place() {
        return 45;
    }

    @Override
    public Optional<Card> of(Who who, Instant now) {
        List<Line> lines = jobs.latest().stream()
                .filter(job -> job.mayBeSeenBy(who) && restarts.isFor(job, who))
                .map(job -> new Line(job.name(), "/jobs/" + job.id(), "not done", true))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Card.of("Jobs that did not end well", page(lines, who), "Every job is done.", lines));
    }

    private static String page(List<Line> lines, Who who) {
        return who.is(Role.ADMINISTRATOR) ? "/admin/jobs" : lines.getFirst().path();
    }
}

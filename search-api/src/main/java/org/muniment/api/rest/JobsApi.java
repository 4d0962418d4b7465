package org.muniment.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Job;
import org.muniment.api.web.JobId;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Restarts;
import org.muniment.api.web.Who;
import org.muniment.api.web.admin.ArchiveWork;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.Token.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Work that goes on after the answer. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/jobs")
@Allowed(Role.STAFF)
@For({})
class JobsApi {
    private final Answers answers;
    private final Jobs jobs;
    private final Telling telling;
    private final ArchiveWork work;
    private final Restarts restarts;

    JobsApi(Answers answers, Jobs jobs, Telling telling, ArchiveWork work, Restarts restarts) {
        this.restarts = restarts;
        this.work = work;
        this.answers = answers;
        this.jobs = jobs;
        this.telling = telling;
    }

    /**
     * A job. Times are ISO-8601 in UTC.
     *
     * @param state {@code running}, {@code done} or {@code failed}
     * @param total how much there is; 0 while that is not known
     * @param words what came of it; null while it runs
     * @param resumable whether it failed or was broken off, and can go on where it stopped
     * @param goneOnAs the job that went on with it; null for none
     */
    record Shown(
            String id,
            String name,
            String by,
            String began,
            String state,
            long done,
            long total,
            @Nullable String ended,
            @Nullable String words,
            boolean resumable,
            @Nullable String goneOnAs) {
        static Shown of(Job job) {
            return switch (job.state()) {
                case Job.State.Running running -> of(job, "running", null, null);
                case Job.State.Done done -> of(job, "done", done.at().toString(), done.words());
                case Job.State.Failed failed -> of(job, "failed", failed.at().toString(), failed.words());
            };
        }

        private static Shown of(Job job, String state, @Nullable String ended, @Nullable String words) {
            return new Shown(
                    job.id().toString(),
                    job.name(),
                    job.by(),
                    job.began().toString(),
                    state,
                    job.done(),
                    job.total(),
                    ended,
                    words,
                    job.isResumable(),
                    job.goneOnAs() == null ? null : job.goneOnAs().toString());
        }
    }

    /** @param sample how many items and entries, picked at random; everything when it is left out */
    record Verify(@Nullable Integer sample) {}

    @GetMapping
    @Does(
            value = "One's own latest jobs, or all for who looks after them, the latest first",
            gives = Shown.class,
            many = true)
    ResponseEntity<byte[]> list(Who who) {
        return answers.all(jobs.latest().stream()
                .filter(job -> job.mayBeSeenBy(who))
                .map(Shown::of)
                .toList());
    }

    @GetMapping("/{job}")
    @Does(value = "A job and how far it is", gives = Shown.class)
    ResponseEntity<byte[]> show(Who who, @PathVariable String job) {
        return answers.one(Shown.of(found(job, who)));
    }

    @PostMapping("/{job}/restart")
    @Does(
            value = "Lets a job go on that failed or was broken off, as a new one; for whom its kind is for",
            takes = Nothing.class,
            gives = Shown.class,
            status = 202)
    ResponseEntity<byte[]> restart(
            Who who, @PathVariable String job, @RequestBody byte[] body, HttpServletRequest request) throws Exception {
        Job ended = found(job, who);
        answers.read(body, Nothing.class);
        restarts.kind(ended)
                .ifPresent(kind -> BearerFilter.of(request)
                        .ifPresent(token -> ScopeGate.require(token, List.of(kind.area()), Scope.WRITE)));
        return telling.begun(restarts.restart(ended, who));
    }

    private Job found(String job, Who who) {
        if (!job.matches("J[1-9]\\d{0,8}")) {
            throw new NotThere();
        }
        return jobs.find(new JobId(Long.parseLong(job.substring(1))))
                .filter(one -> one.mayBeSeenBy(who))
                .orElseThrow(NotThere::new);
    }

    @PostMapping("/verify")
    @For(Area.ADMIN)
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    @Does(
            value = "Begins to prove the archive against itself; what came of it is said by the job",
            takes = Verify.class,
            gives = Shown.class,
            status = 202)
    ResponseEntity<byte[]> verify(Who who, @RequestBody byte[] body) {
        Integer sample = answers.read(body, Verify.class).sample();
        OptionalInt some = sample == null ? OptionalInt.empty() : OptionalInt.of(Math.max(1, sample));
        return telling.begun(work.verify(some, who));
    }
}

package org.muniment.api.rest;

import org.muniment.api.web.JobId;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.NotThere;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tells of jobs that a request began: the job as it is, and its address. Safe for many threads. */
@Component
final class Telling {
    private final Jobs jobs;
    private final Answers answers;

    Telling(Jobs jobs, Answers answers) {
        this.jobs = jobs;
        this.answers = answers;
    }

    ResponseEntity<byte[]> begun(JobId id) {
        return answers.accepted("/jobs/" + id, JobsApi.Shown.of(jobs.find(id).orElseThrow(NotThere::new)));
    }
}

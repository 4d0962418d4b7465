package org.muniment.batch.classify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.schedule.Evaluations;
import org.muniment.batch.Rooms;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * The job of one pass: a page of items a transaction. What it has read again is behind no more, so a pass that was broken off
 * needs no place to resume at: the next one finds what is left, and looks again at what need not be read, which takes little.
 */
final class ClassifyJob {
    private static final String NAME = "classify";

    private final JobRepository repository;

    ClassifyJob(JobRepository repository) {
        this.repository = repository;
    }

    /** Runs to the end, or throws why not. */
    void run(Rooms rooms, Renewals renewals) {
        JobParameters parameters = new JobParametersBuilder()
                .addLong("evaluation", renewals.mark().number())
                .addLong("started", rooms.clock().millis())
                .toJobParameters();
        JobExecution execution = execute(job(rooms, renewals), parameters);
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw new IllegalStateException(
                    "Classifying was interrupted. What was classified so far stays; run it again to go on.",
                    cause(execution));
        }
    }

    private JobExecution execute(Job job, JobParameters parameters) {
        try {
            TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
            operator.setJobRepository(repository);
            operator.setJobRegistry(new MapJobRegistry());
            operator.afterPropertiesSet();
            return operator.start(job, parameters);
        } catch (Exception e) {
            throw new IllegalStateException("Classifying could not be started", e);
        }
    }

    private Job job(Rooms rooms, Renewals renewals) {
        Evaluations evaluations = rooms.retention().evaluations();
        Step renew = new StepBuilder("renew", repository)
                .<List<Evaluations.Behind>, Renewals.Page>chunk(1)
                .transactionManager(rooms.catalogue().transactionManager())
                .reader(new BehindPages(evaluations, renewals.mark().number()))
                .processor(renewals)
                .writer(renewals)
                .build();
        Step end = new StepBuilder("end", repository)
                .tasklet(
                        (contribution, context) -> {
                            evaluations.done(renewals.mark());
                            return RepeatStatus.FINISHED;
                        },
                        rooms.catalogue().transactionManager())
                .build();
        return new JobBuilder(NAME, repository).start(renew).next(end).build();
    }

    private static Throwable cause(JobExecution execution) {
        @Nullable
        Throwable found =
                execution.getAllFailureExceptions().stream().findFirst().orElse(null);
        while (found != null && found.getCause() != null) {
            found = found.getCause();
        }
        return found == null ? new IllegalStateException("Stopped as " + execution.getStatus()) : found;
    }
}

package org.muniment.batch.expire;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/**
 * The job of one purge. Each part asks the catalogue what is left to do and runs transactions of its own, so an execution
 * that was broken off, even by a killed process, is gone through again from the start and finds only what is left.
 */
final class ExpireJob {
    private static final String NAME = "expire";

    private final JobRepository repository;
    private final TaskExecutorJobOperator operator = new TaskExecutorJobOperator();

    /**
     * A step of the job.
     *
     * @param work does a portion, and says whether that was the last one
     */
    record Part(String name, BooleanSupplier work) {}

    ExpireJob(JobRepository repository) {
        this.repository = repository;
    }

    /**
     * Runs the parts in their order, or throws why not.
     *
     * @param now names a new run
     * @return whether it resumed one that was broken off
     */
    boolean run(long now, List<Part> parts) {
        try {
            operator.setJobRepository(repository);
            operator.setJobRegistry(new MapJobRegistry());
            operator.afterPropertiesSet();
            @Nullable JobParameters broken = brokenOff();
            JobExecution execution = operator.start(job(parts), broken == null ? fresh(now) : broken);
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw failed(execution);
            }
            return broken != null;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ExpireFailed("The purge could not be started", e);
        }
    }

    /** Two runs within a millisecond are two runs. */
    private JobParameters fresh(long now) {
        long run = now;
        while (repository.getLastJobExecution(NAME, parameters(run)) != null) {
            run++;
        }
        return parameters(run);
    }

    private static JobParameters parameters(long run) {
        return new JobParametersBuilder().addLong("run", run).toJobParameters();
    }

    /** The parameters of the latest run when it did not come to its end. */
    private @Nullable JobParameters brokenOff() {
        JobInstance latest = repository.getLastJobInstance(NAME);
        JobExecution last = latest == null ? null : repository.getLastJobExecution(latest);
        if (last == null || last.getStatus() == BatchStatus.COMPLETED) {
            return null;
        }
        if (last.isRunning()) {
            operator.recover(last);
        }
        return last.getJobParameters();
    }

    private Job job(List<Part> parts) {
        SimpleJobBuilder job = new JobBuilder(NAME, repository).start(step(parts.getFirst()));
        parts.stream().skip(1).forEach(part -> job.next(step(part)));
        return job.build();
    }

    private Step step(Part part) {
        return new StepBuilder(part.name(), repository)
                .tasklet(
                        (contribution, context) ->
                                part.work().getAsBoolean() ? RepeatStatus.FINISHED : RepeatStatus.CONTINUABLE,
                        noTransaction())
                .allowStartIfComplete(true)
                .build();
    }

    /** The parts have transactions of their own, which must not wait inside another one. */
    private static ResourcelessTransactionManager noTransaction() {
        ResourcelessTransactionManager none = new ResourcelessTransactionManager();
        none.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
        return none;
    }

    private static RuntimeException failed(JobExecution execution) {
        @Nullable
        Throwable found =
                execution.getAllFailureExceptions().stream().findFirst().orElse(null);
        while (found != null && found.getCause() != null) {
            found = found.getCause();
        }
        Throwable cause = found == null ? new IllegalStateException("Stopped as " + execution.getStatus()) : found;
        return new ExpireFailed(
                "The purge was interrupted: " + cause.getMessage()
                        + " What was destroyed is noted; run it again to go on.",
                cause);
    }
}

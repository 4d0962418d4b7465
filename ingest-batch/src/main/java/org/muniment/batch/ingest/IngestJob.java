package org.muniment.batch.ingest;

import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Run;
import org.muniment.batch.Rooms;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * The job of one run: take in, a load for each transaction, then reconcile. Its instance is named by the run, so
 * starting it again after an interruption, even a killed process, goes on where the last transaction left it.
 */
final class IngestJob {
    private static final String NAME = "ingest";

    private final JobRepository repository;
    private final JobOperator operator;

    IngestJob(JobRepository repository) throws Exception {
        TaskExecutorJobOperator jobs = new TaskExecutorJobOperator();
        jobs.setJobRepository(repository);
        jobs.setJobRegistry(new MapJobRegistry());
        jobs.afterPropertiesSet();
        this.repository = repository;
        this.operator = jobs;
    }

    /** Runs to the end, or throws why not. */
    void run(Run run, Rooms rooms, Conveyor conveyor, Recorder recorder) throws Exception {
        JobParameters parameters =
                new JobParametersBuilder().addString("run", run.id()).toJobParameters();
        recover(parameters);
        JobExecution execution = operator.start(job(run, rooms, conveyor, recorder), parameters);
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            Throwable cause = cause(execution);
            throw new IngestFailed(
                    "The run " + run.id() + " was interrupted: " + cause.getMessage()
                            + ". What was taken in is safe; start it again to go on.",
                    cause);
        }
    }

    /** An execution that a killed process left as running would keep the run from being resumed. */
    private void recover(JobParameters parameters) {
        JobExecution last = repository.getLastJobExecution(NAME, parameters);
        if (last != null && last.isRunning()) {
            operator.recover(last);
        }
    }

    private Job job(Run run, Rooms rooms, Conveyor conveyor, Recorder recorder) {
        Step take = new StepBuilder("take in", repository)
                .<Load, Load>chunk(1)
                .transactionManager(rooms.catalogue().transactionManager())
                .reader(conveyor)
                .writer(recorder)
                .build();
        Step reconcile = new StepBuilder("reconcile", repository)
                .tasklet(
                        (contribution, context) -> {
                            rooms.runs().end(run.id(), rooms.clock().instant());
                            return RepeatStatus.FINISHED;
                        },
                        rooms.catalogue().transactionManager())
                .build();
        return new JobBuilder(NAME, repository).start(take).next(reconcile).build();
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

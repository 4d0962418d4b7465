package org.muniment.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Catalogue;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * A job of steps that keep their own state in the catalogue, in transactions of their own. Started again under the same
 * id, also after its process was killed, it goes on with the step that did not end. Used once.
 */
public final class ResumableJob {
    /** What a portion of a step says of the rest. */
    public enum Next {
        MORE,
        DONE,
        /** Told to stop: the job ends here, and goes on here when it is started again. */
        LATER
    }

    /** A portion of a step's work. Called outside any transaction, again and again. */
    @FunctionalInterface
    public interface Portion {
        Next work();
    }

    private record Part(String name, Portion portion) {}

    private final Catalogue catalogue;
    private final String name;
    private final List<Part> parts = new ArrayList<>();

    /** @param name of the job, the same for all its ids */
    public ResumableJob(Catalogue catalogue, String name) {
        this.catalogue = catalogue;
        this.name = name;
    }

    /** Adds a step, after those added before. */
    public ResumableJob step(String step, Portion portion) {
        parts.add(new Part(step, portion));
        return this;
    }

    /**
     * Runs all steps, or those that are left.
     *
     * @return false when a step said {@link Next#LATER}
     */
    public boolean run(String id) {
        JobParameters parameters =
                new JobParametersBuilder().addString("run", id).toJobParameters();
        try {
            JobRepository repository = JobStore.open(catalogue);
            TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
            operator.setJobRepository(repository);
            operator.setJobRegistry(new MapJobRegistry());
            operator.afterPropertiesSet();
            // An execution that a killed process left as running would keep the job from being resumed.
            JobExecution last = repository.getLastJobExecution(name, parameters);
            if (last != null && last.isRunning()) {
                operator.recover(last);
            }
            return ended(operator.start(job(repository), parameters));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The job " + name + " " + id + " could not be started", e);
        }
    }

    private Job job(JobRepository repository) {
        SimpleJobBuilder built = null;
        for (Part part : parts) {
            Step step = step(repository, part);
            built = built == null ? new JobBuilder(name, repository).start(step) : built.next(step);
        }
        if (built == null) {
            throw new IllegalStateException("The job " + name + " has no steps");
        }
        return built.build();
    }

    private Step step(JobRepository repository, Part part) {
        return new StepBuilder(part.name(), repository)
                .tasklet((contribution, context) -> work(contribution, part), catalogue.transactionManager())
                .transactionAttribute(new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
                .build();
    }

    private static RepeatStatus work(StepContribution contribution, Part part) {
        return switch (alone(part)) {
            case MORE -> RepeatStatus.CONTINUABLE;
            case DONE -> RepeatStatus.FINISHED;
            case LATER -> {
                contribution.getStepExecution().setTerminateOnly();
                yield RepeatStatus.FINISHED;
            }
        };
    }

    /** On a thread of its own: what a portion does, another job for one, must not be tied to this job's transactions. */
    private static Next alone(Part part) {
        FutureTask<Next> task = new FutureTask<>(part.portion()::work);
        Thread.ofPlatform().name(part.name()).start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + part.name() + " was at work", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(part.name() + " failed", e);
        }
    }

    private boolean ended(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return true;
        }
        if (execution.getStatus() == BatchStatus.STOPPED) {
            return false;
        }
        @Nullable
        Throwable cause =
                execution.getAllFailureExceptions().stream().findFirst().orElse(null);
        if (cause instanceof RuntimeException failed) {
            throw failed;
        }
        throw new IllegalStateException("The job " + name + " ended as " + execution.getStatus(), cause);
    }
}

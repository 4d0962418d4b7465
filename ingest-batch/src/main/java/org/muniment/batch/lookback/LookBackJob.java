package org.muniment.batch.lookback;

import java.util.List;
import org.muniment.archive.Catalogue;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.item.ItemId;
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
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * The job of one look-back. Its instance is named by the hold and by how far index and catalogue went: while both stand
 * still, starting it again goes on where it stopped, and does nothing when it has been done.
 */
final class LookBackJob {
    private static final String NAME = "look-back";

    private final JobRepository repository;
    private final Catalogue catalogue;
    private final JobParameters parameters;
    private final HoldId hold;

    LookBackJob(JobRepository repository, Catalogue catalogue, HoldId hold, long indexed, long registered) {
        this.repository = repository;
        this.catalogue = catalogue;
        this.hold = hold;
        this.parameters = new JobParametersBuilder()
                .addString("hold", hold.value())
                .addLong("indexed", indexed)
                .addLong("registered", registered)
                .toJobParameters();
    }

    void run(ItemStreamReader<List<ItemId>> indexed, ItemStreamReader<List<ItemId>> unindexed, Listing listing) {
        try {
            TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
            operator.setJobRepository(repository);
            operator.setJobRegistry(new MapJobRegistry());
            operator.afterPropertiesSet();
            JobExecution last = repository.getLastJobExecution(NAME, parameters);
            if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
                return;
            }
            if (last != null && last.isRunning()) {
                operator.recover(last);
            }
            check(operator.start(job(indexed, unindexed, listing), parameters));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw interrupted(e);
        }
    }

    private void check(JobExecution execution) {
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw interrupted(execution.getAllFailureExceptions().stream()
                    .findFirst()
                    .orElseGet(() -> new IllegalStateException("Stopped as " + execution.getStatus())));
        }
    }

    private IllegalStateException interrupted(Throwable cause) {
        return new IllegalStateException(
                "Listing what " + hold
                        + " caught was interrupted. The hold binds all the same; to complete its list run:"
                        + " muniment hold items " + hold,
                cause);
    }

    private Job job(ItemStreamReader<List<ItemId>> indexed, ItemStreamReader<List<ItemId>> unindexed, Listing listing) {
        return new JobBuilder(NAME, repository)
                .start(step("ask the index", indexed, listing))
                .next(step("read what the index lacks", unindexed, listing))
                .build();
    }

    private Step step(String name, ItemStreamReader<List<ItemId>> pages, Listing listing) {
        return new StepBuilder(name, repository)
                .<List<ItemId>, List<ItemId>>chunk(1)
                .transactionManager(catalogue.transactionManager())
                .reader(pages)
                .writer(listing)
                .build();
    }
}

package org.muniment.api.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.muniment.api.Complaint;
import org.muniment.api.ExitCode;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Work that pages start and that takes longer than a page may. What it has done lies in the archive, and asked for again
 * after a crash it goes on there; only the list of jobs is forgotten when the server ends. Two run at a time, others wait.
 * Safe for many threads.
 */
@Component
public final class Jobs implements DisposableBean {
    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());
    private static final int REMEMBERED = 200;

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();
    private final Map<JobId, Job> jobs = new ConcurrentHashMap<>();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(2, Thread.ofPlatform().name("job-", 1).factory());

    Jobs(Clock clock) {
        this.clock = clock;
    }

    /** What a job does. */
    @FunctionalInterface
    public interface Work {
        /** Does it, and returns in words what came of it. */
        String run(Progress progress) throws Exception;
    }

    /** Is told how far a job is. */
    @FunctionalInterface
    public interface Progress {
        /** @param total 0 while that is not known */
        void advanced(long done, long total);
    }

    /**
     * Starts a job.
     *
     * @param name what is done, in words; tells jobs of a kind apart, as in {@code Build the bundle of R1}
     * @param then the page that shows what came of it
     * @throws JobUnderWay when one of that name runs
     */
    public synchronized JobId start(String name, Who by, String then, Work work) {
        jobs.values().stream()
                .filter(job -> job.isRunning() && job.name().equals(name))
                .findFirst()
                .ifPresent(job -> {
                    throw new JobUnderWay(job);
                });
        JobId id = new JobId(last.incrementAndGet());
        jobs.put(id, new Job(id, name, by.name(), by.user(), clock.instant(), 0, 0, new Job.State.Running(), then));
        forgetOldest();
        workers.execute(() -> run(id, work));
        return id;
    }

    private void run(JobId id, Work work) {
        try {
            String words =
                    work.run((done, total) -> jobs.computeIfPresent(id, (key, job) -> job.advanced(done, total)));
            end(id, new Job.State.Done(clock.instant(), words));
        } catch (Exception | Error failed) {
            Complaint complaint = Complaint.of(failed);
            if (complaint.exit() == ExitCode.FAILED) {
                LOG.log(Level.SEVERE, "Job " + id + " failed", failed);
            }
            end(id, new Job.State.Failed(clock.instant(), complaint.message()));
        }
    }

    private void end(JobId id, Job.State end) {
        jobs.computeIfPresent(id, (key, job) -> job.ended(end));
    }

    private void forgetOldest() {
        jobs.values().stream()
                .filter(job -> !job.isRunning())
                .sorted(Comparator.comparing((Job job) -> job.id().number()).reversed())
                .skip(REMEMBERED)
                .toList()
                .forEach(job -> jobs.remove(job.id()));
    }

    public Optional<Job> find(JobId id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** All that are remembered, the latest first. */
    public List<Job> latest() {
        return jobs.values().stream()
                .sorted(Comparator.comparing((Job job) -> job.id().number()).reversed())
                .toList();
    }

    /** Lets what runs come to its end for a minute. */
    @Override
    public void destroy() throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
            workers.shutdownNow();
        }
    }
}

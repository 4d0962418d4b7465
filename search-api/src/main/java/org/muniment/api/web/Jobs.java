package org.muniment.api.web;

import java.io.UncheckedIOException;
import java.nio.file.Path;
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
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muniment.api.Complaint;
import org.muniment.api.ExitCode;
import org.muniment.archive.Archive;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Work that pages start and that takes longer than a page may. What it has done lies in the archive; the latest jobs
 * themselves lie beside it, so that their names are never given twice, and one that the server's end broke off is seen and
 * can go on ({@link Restarts}). Two run at a time, others wait. Safe for many threads.
 */
@Component
public final class Jobs implements DisposableBean {
    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());
    private static final int REMEMBERED = 200;
    private static final String BROKEN_OFF =
            "The server ended while this was under way. What it had done until then is kept.";

    private final Clock clock;
    private final JobFiles files;
    private final AtomicLong last = new AtomicLong();
    private final Map<JobId, Job> jobs = new ConcurrentHashMap<>();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(2, Thread.ofPlatform().name("job-", 1).factory());

    Jobs(Clock clock, Archive archive) {
        Path folder = archive.settings().folder().resolve("jobs");
        this.clock = clock;
        this.files = new JobFiles(folder);
        files.read().forEach(this::remember);
    }

    private void remember(Job job) {
        jobs.put(job.id(), job);
        last.accumulateAndGet(job.id().number(), Math::max);
        if (job.isRunning()) {
            change(job.id(), broken -> broken.ended(new Job.State.Failed(clock.instant(), BROKEN_OFF)));
        }
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
     * Starts a job that, broken off, is asked for again on its own page.
     *
     * @param name what is done, in words; tells jobs of a kind apart, as in {@code Build the bundle of R1}
     * @param then the page that shows what came of it
     * @throws JobRefused when one of that name runs
     */
    public JobId start(String name, Who by, String then, Work work) {
        return begin(null, name, by, then, work);
    }

    /** The same for a job that, broken off, goes on where it stopped. */
    public JobId start(Job.Order order, String name, Who by, String then, Work work) {
        return begin(order, name, by, then, work);
    }

    private synchronized JobId begin(Job.@Nullable Order order, String name, Who by, String then, Work work) {
        jobs.values().stream()
                .filter(job -> job.isRunning() && job.name().equals(name))
                .findFirst()
                .ifPresent(job -> {
                    throw new JobRefused(name + " is under way already, since " + job.by() + " started it (job "
                            + job.id() + "). Wait for its end.");
                });
        JobId id = new JobId(last.get() + 1);
        Job job = new Job(
                id, name, by.name(), by.user(), clock.instant(), 0, 0, new Job.State.Running(), then, order, null);
        files.write(job);
        last.set(id.number());
        jobs.put(id, job);
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
        change(id, job -> job.ended(end));
    }

    /** Notes the job that went on with one that had come to nothing. */
    void goneOn(JobId id, JobId next) {
        change(id, job -> job.goneOn(next));
    }

    private synchronized void change(JobId id, UnaryOperator<Job> change) {
        Job changed = jobs.computeIfPresent(id, (key, job) -> change.apply(job));
        if (changed != null) {
            try {
                files.write(changed);
            } catch (UncheckedIOException unwritten) {
                LOG.log(Level.WARNING, "How job " + id + " stands is known until the server ends only", unwritten);
            }
        }
    }

    private void forgetOldest() {
        jobs.values().stream()
                .filter(job -> !job.isRunning())
                .sorted(Comparator.comparing((Job job) -> job.id().number()).reversed())
                .skip(REMEMBERED)
                .toList()
                .forEach(job -> {
                    jobs.remove(job.id());
                    files.forget(job.id());
                });
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

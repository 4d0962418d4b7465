package org.muniment.api.web.running;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.logging.Logger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Logs answers that took long, and whether the time went into work, into collecting memory, or into waiting for others. By
 * route: an address may hold words of a search or the id of an item. Safe for many threads.
 */
@Component
final class SlowAnswers {
    private static final Logger LOG = Logger.getLogger(SlowAnswers.class.getName());
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Duration from;

    /** @param from answers that took as long are logged */
    SlowAnswers(@Value("${muniment.log-answers-slower-than}") Duration from) {
        this.from = from;
    }

    /** A moment of the thread that asks. */
    record Moment(long nanos, long processorNanos, long collectingMillis) {
        Duration since(Moment earlier) {
            return Duration.ofNanos(nanos - earlier.nanos);
        }
    }

    static Moment now() {
        return new Moment(
                System.nanoTime(),
                THREADS.getCurrentThreadCpuTime(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum());
    }

    void answered(String method, String route, Moment began, Moment ended) {
        Duration took = ended.since(began);
        if (took.compareTo(from) >= 0) {
            LOG.warning(() -> "Slow answer: " + method + " " + route + " took " + took.toMillis() + " ms, "
                    + (ended.processorNanos - began.processorNanos) / 1_000_000 + " of them at work, "
                    + (ended.collectingMillis - began.collectingMillis) + " while memory was collected");
        }
    }
}

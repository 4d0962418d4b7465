package org.muniment.batch.ingest.imap;

import java.time.Duration;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How long a server that fails is tried again: with growing pauses, as often as is set, and from the start whenever
 * something went well in between. For one thread.
 */
final class Patience {
    private final ExponentialBackOff pauses;
    private BackOffExecution now;

    /**
     * @param first the first pause; each further one is twice as long
     * @param times how often to try again
     */
    Patience(Duration first, int times) {
        this.pauses = new ExponentialBackOff(first.toMillis(), 2);
        pauses.setMaxAttempts(times);
        this.now = pauses.start();
    }

    /** Something went well. */
    void restore() {
        now = pauses.start();
    }

    /** Waits; false, without waiting, when it was tried often enough. */
    boolean pause() throws InterruptedException {
        long millis = now.nextBackOff();
        if (millis == BackOffExecution.STOP) {
            return false;
        }
        Thread.sleep(millis);
        return true;
    }
}

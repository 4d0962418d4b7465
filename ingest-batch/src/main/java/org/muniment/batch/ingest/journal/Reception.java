package org.muniment.batch.ingest.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/**
 * What all sessions share: who may send, how much, and where messages go. Counts the deliveries under way, so that
 * closing can wait for their replies. Safe for many threads.
 */
final class Reception {
    /** Senders wait ten minutes for the reply to a message (RFC 5321 4.5.3.2.6). */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Admission admission;
    private final long largest;
    private final Intake intake;
    private final Path spool;
    private final Clock clock;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean open;

    Reception(Admission admission, long largest, Intake intake, Path spool, Clock clock) {
        this.admission = admission;
        this.largest = largest;
        this.intake = intake;
        this.spool = spool;
        this.clock = clock;
    }

    Admission admission() {
        return admission;
    }

    /** The most bytes of a message. */
    long largest() {
        return largest;
    }

    Path spool() {
        return spool;
    }

    boolean isClosed() {
        return !open;
    }

    /** Takes messages from now on. */
    void open() {
        open = true;
    }

    void begin() {
        underWay.incrementAndGet();
    }

    void end() {
        underWay.decrementAndGet();
    }

    /** Hands a message over and waits; whether it is durable. */
    boolean keep(Spool bytes, Digest digest) {
        Waiting message = new Waiting(bytes, digest, clock.instant());
        try {
            intake.put(message);
            message.kept().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException notNow) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes no new messages, and waits until those under way have their replies, or some time is over. */
    void close(Duration most) {
        open = false;
        long end = System.nanoTime() + most.toNanos();
        while (underWay.get() > 0 && System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}

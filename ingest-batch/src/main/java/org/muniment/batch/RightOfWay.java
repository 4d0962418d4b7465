package org.muniment.batch;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the threads that work ahead of a transaction and behind it off the processors while it is under way, when people
 * wait for such transactions to end: they wait for one thread of this job then, and not for all of them. Safe for many threads.
 */
public final class RightOfWay {
    /** Whoever waited a moment ago is likely to come again. */
    private static final Duration A_WHILE = Duration.ofSeconds(3);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition free = lock.newCondition();
    private volatile boolean taken;
    private volatile long waitedUntil = System.nanoTime();

    /** Notes that somebody waits now. */
    public void awaited() {
        waitedUntil = System.nanoTime() + A_WHILE.toNanos();
    }

    /** Whether somebody waits, or did a moment ago. */
    public boolean isAwaited() {
        return System.nanoTime() - waitedUntil < 0;
    }

    /** For the thread with the transaction, at its beginning: takes the way when it {@link #isAwaited}. */
    public void take() {
        taken = isAwaited();
    }

    /** For that thread, however the transaction ended. */
    public void release() {
        lock.lock();
        try {
            taken = false;
            free.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** For all others, between two items: returns when the way is not taken. */
    public void pass() {
        if (taken) {
            lock.lock();
            try {
                while (taken) {
                    free.awaitUninterruptibly();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}

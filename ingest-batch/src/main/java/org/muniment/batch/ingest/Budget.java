package org.muniment.batch.ingest;

import java.util.concurrent.Semaphore;
import org.muniment.archive.store.Spool;

/** Memory that messages may take between source and index: a quarter of the heap, counted in KiB. */
final class Budget {
    private static final int FIXED = 16;
    private static final int TIMES = 4;

    private final int total =
            (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 4 / 1024);
    private final Semaphore free = new Semaphore(total);

    /** What an entry takes at most: its bytes while small, and its text, which is bounded by the reader. */
    int weight(Entry entry) {
        return switch (entry) {
            case Rejected rejected -> 1;
            case RawContainer container -> FIXED;
            case RawItem raw ->
                (int) Math.min(total / 2, FIXED + TIMES * Math.min(raw.bytes().size(), 2L * Spool.MEMORY_LIMIT) / 1024);
        };
    }

    boolean tryTake(int weight) {
        return free.tryAcquire(weight);
    }

    void take(int weight) throws InterruptedException {
        free.acquire(weight);
    }

    void giveBack(int weight) {
        free.release(weight);
    }
}

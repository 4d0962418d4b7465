package org.muniment.batch.ingest;

import java.time.Duration;

/**
 * How many entries a transaction registers: as many as take a twentieth of a second. Whoever places a hold meanwhile, or looks
 * at an item, which is recorded, waits until the transaction under way ends. For one thread.
 */
final class Pace {
    private static final Duration TURN = Duration.ofMillis(50);
    private static final int LEAST = 20;

    private final int most;
    private int entries = LEAST;

    /** @param most entries at once, however fast they are registered */
    Pace(int most) {
        this.most = most;
    }

    int entries() {
        return entries;
    }

    /**
     * Tells how long a transaction took.
     *
     * @param registered its entries
     * @param time from its first change until it was committed
     */
    void took(int registered, Duration time) {
        long fitting = registered * TURN.toNanos() / Math.max(1, time.toNanos());
        entries = Math.clamp(fitting, LEAST, most);
    }
}

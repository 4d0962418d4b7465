package org.muniment.batch.ingest;

import java.util.List;
import java.util.Optional;

/**
 * Something mail is collected from. Memory does not grow with its size, and nothing in it is left out silently: what
 * cannot be read is handed over as {@link Rejected}, and reading goes on behind it.
 */
public interface ItemSource {
    /** Takes what a source reads, in its order; waits while the taker is busy. */
    @FunctionalInterface
    interface Sink {
        void accept(Entry entry) throws InterruptedException;

        /**
         * Tells that nothing follows at once, so that what was accepted need not wait for more. Sources that are read to
         * an end never need it; one that somebody waits at does.
         */
        default void pause() throws InterruptedException {}
    }

    /**
     * Reads from the start, or on from where an earlier reading stopped. The order is the same each time.
     *
     * @param after the {@link Entry#position()} of the last entry that was dealt with
     */
    void read(Optional<Position> after, Sink sink) throws InterruptedException;

    /**
     * Called in the transaction that registers items of this source, once they are: one that keeps a register of what it
     * has handed over notes it there. On another thread than the one that reads.
     */
    default void registered(List<RawItem> items) {}

    /**
     * Tells that everything up to a position is durable: objects on disk, rows committed. Called in the order of the
     * source, after each commit, on the job's thread; whoever waits for it is answered here.
     */
    default void committed(Position through) {}
}

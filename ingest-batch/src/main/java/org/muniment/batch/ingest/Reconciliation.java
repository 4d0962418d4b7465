package org.muniment.batch.ingest;

import java.util.List;
import org.muniment.archive.item.Rejection;

/**
 * How a run ended. The sum holds: read = stored + duplicates + unreadable + rejected.
 *
 * @param run the run's id
 * @param read messages found in the source
 * @param stored new items that could be read
 * @param duplicates messages whose bytes were known: a collection at most
 * @param unreadable new items that could not be read, stored all the same
 * @param rejected messages that could not be taken in
 * @param bytes read
 * @param seconds spent on it, over all its interruptions
 * @param rejections what was rejected, at most the first 1,000; the register of runs has all
 */
public record Reconciliation(
        String run,
        long read,
        long stored,
        long duplicates,
        long unreadable,
        long rejected,
        long bytes,
        double seconds,
        List<Rejection> rejections) {
    public Reconciliation {
        rejections = List.copyOf(rejections);
    }
}

package org.muniment.batch.ingest;

import java.util.List;
import java.util.Map;
import org.muniment.archive.item.Rejection;
import org.muniment.archive.schedule.RecordClass;

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
 * @param classified the new items by class
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
        Classified classified,
        List<Rejection> rejections) {
    /** Items by class: 1 permanent, 2 optional, 3 disposable. All 0 in an archive without a retention schedule. */
    public record Classified(long class1, long class2, long class3) {
        static Classified of(Map<RecordClass, Long> counts) {
            return new Classified(
                    counts.getOrDefault(RecordClass.PERMANENT, 0L),
                    counts.getOrDefault(RecordClass.OPTIONAL, 0L),
                    counts.getOrDefault(RecordClass.DISPOSABLE, 0L));
        }

        public long items() {
            return class1 + class2 + class3;
        }
    }

    public Reconciliation {
        rejections = List.copyOf(rejections);
    }
}

package org.muniment.archive.item.text;

import java.time.Duration;

/**
 * What one file may cost.
 *
 * @param time wall time from handing the file over to having its text
 * @param megabytes heap of a worker process
 * @param characters text kept of one file
 * @param workers worker processes at most; each is started only when needed
 */
public record ExtractionLimits(Duration time, int megabytes, int characters, int workers) {
    /** Enough for a 500-page agenda packet; a worker that needs more is taken for lost. */
    public static final ExtractionLimits DEFAULT = new ExtractionLimits(Duration.ofSeconds(30), 384, 5_000_000, 2);

    public ExtractionLimits {
        if (!time.isPositive() || megabytes < 16 || characters < 1 || workers < 1) {
            throw new IllegalArgumentException("Limits are positive, and a worker needs 16 MB at least");
        }
    }
}

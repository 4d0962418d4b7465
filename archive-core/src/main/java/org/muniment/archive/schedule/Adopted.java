package org.muniment.archive.schedule;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Officer;

/**
 * A version of the retention schedule as this archive has it.
 *
 * @param version the archive's number for it, from 1
 * @param schedule what it says
 * @param yaml its file, whole
 * @param effective first day it is in force; for one that came with the product 1970-01-01
 * @param by who adopted it; null for one that came with the product
 * @param second the other officer; null for one that came with the product
 * @param at when it was recorded
 */
public record Adopted(
        long version,
        RetentionSchedule schedule,
        String yaml,
        LocalDate effective,
        @Nullable Officer by,
        @Nullable Officer second,
        Instant at) {
    public Adopted {
        if ((by == null) != (second == null)) {
            throw new IllegalArgumentException("A schedule is adopted by two officers, or by nobody yet");
        }
    }

    /**
     * Whether two officers adopted it. One that came with the product classifies, so that nothing waits; but nothing may be
     * destroyed by it until the district has made it its own.
     */
    public boolean isAdoptedByOfficers() {
        return by != null;
    }
}

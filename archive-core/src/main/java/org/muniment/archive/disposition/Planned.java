package org.muniment.archive.disposition;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muniment.archive.schedule.SeriesId;

/**
 * What came of planning.
 *
 * @param plan the frozen list; finished at once when nothing is on it
 * @param series items on the list by series
 * @param refusals items that were due and are kept, by the veto that keeps them
 * @param listed items that were due and are on another plan already
 */
public record Planned(Plan plan, Map<SeriesId, Long> series, Map<String, Long> refusals, long listed) {
    public Planned {
        series = Map.copyOf(series);
        refusals = Map.copyOf(refusals);
    }

    /** Items due and kept. */
    public long refused() {
        return refusals.values().stream().mapToLong(Long::longValue).sum();
    }

    /** {@link #refusals} in the order of their names. */
    public SortedMap<String, Long> refusalsInOrder() {
        return new TreeMap<>(refusals);
    }
}

package org.muniment.archive.schedule;

import java.util.List;

/**
 * A classification with all that was weighed.
 *
 * @param classification what came of it
 * @param series the series that won
 * @param found what of its rule the item holds and where, each as {@code 'motion carried' in the subject}; empty when no rule
 *     matched, or one by what the item lacks
 * @param others every other series that matched, the strongest first
 */
public record Verdict(Classification classification, RecordSeries series, List<String> found, List<Lost> others) {
    /**
     * A series that matched too.
     *
     * @param series which
     * @param found what of its rule the item holds and where
     * @param eligibility what its period would have been
     * @param why it lost; completes "it lost because …"
     */
    public record Lost(RecordSeries series, List<String> found, Eligibility eligibility, String why) {
        public Lost {
            found = List.copyOf(found);
        }
    }

    public Verdict {
        found = List.copyOf(found);
        others = List.copyOf(others);
    }
}

package org.muniment.batch.ingest;

import java.util.List;

/**
 * A portion of a source, prepared: what one transaction registers, or several one after another while others wait for theirs.
 *
 * @param entries in the order of the source
 * @param end where to read on once it is registered
 * @param weight of the memory budget it holds until it is indexed
 */
record Load(List<Prepared> entries, Position end, int weight) {
    Load {
        entries = List.copyOf(entries);
    }

    /** The first entries, all of them where there are no more. */
    Load first(int most) {
        if (most >= entries.size()) {
            return this;
        }
        return new Load(entries.subList(0, most), entries.get(most - 1).position(), weightOf(most));
    }

    /** What comes after the first entries; empty after all of them. */
    Load after(Load first) {
        int count = first.entries.size();
        return new Load(entries.subList(count, entries.size()), end, weight - weightOf(count));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    private int weightOf(int first) {
        return (int) ((long) weight * first / entries.size());
    }
}

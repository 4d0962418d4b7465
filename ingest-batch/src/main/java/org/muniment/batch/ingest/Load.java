package org.muniment.batch.ingest;

import java.util.List;

/**
 * A portion of a source, prepared: what one transaction registers, or several one after another.
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

    /** What comes after the first entries, of which there are fewer than all. */
    Load after(int first) {
        return new Load(entries.subList(first, entries.size()), end, weight - weightOf(first));
    }

    private int weightOf(int first) {
        return (int) ((long) weight * first / entries.size());
    }
}

package org.muniment.batch.ingest.imap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** UIDs in ranges, as they were noted. */
final class UidRanges {
    private final TreeMap<Long, Long> lastByFirst = new TreeMap<>();

    /** @param last inclusive */
    record Range(long first, long last) {}

    /** @param ranges in any order; they may overlap */
    UidRanges(List<Range> ranges) {
        ranges.stream().sorted(Comparator.comparingLong(Range::first)).forEach(this::add);
    }

    private void add(Range range) {
        Map.Entry<Long, Long> before = lastByFirst.lastEntry();
        if (before != null && range.first() <= before.getValue() + 1) {
            lastByFirst.put(before.getKey(), Math.max(before.getValue(), range.last()));
        } else {
            lastByFirst.put(range.first(), range.last());
        }
    }

    boolean holds(long uid) {
        Map.Entry<Long, Long> before = lastByFirst.floorEntry(uid);
        return before != null && uid <= before.getValue();
    }
}

package org.muniment.archive.production.bundle;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muniment.archive.production.BatesRange;
import org.muniment.archive.production.Production;

/**
 * What whoever builds a package tells about it; all of it stands in {@code production.json}, so it must be the same when it
 * is built again: no time of the build, no path of this computer.
 *
 * @param production what was asked for
 * @param agency the district's name
 * @param zone in which its days and times are written
 * @param snapshot the catalogue's revision at which items were selected
 * @param decisions how many items there are of each decision
 * @param documents documents in it: items, attachments, placeholders
 * @param range all its numbers
 * @param free numbers within it that stand on no page
 * @param versions of what it was made with, by name: {@code muniment}, {@code schedule}, {@code index}
 */
public record PackageFacts(
        Production production,
        String agency,
        ZoneId zone,
        long snapshot,
        SortedMap<String, Long> decisions,
        long documents,
        BatesRange range,
        List<BatesRange> free,
        SortedMap<String, String> versions) {
    public PackageFacts {
        decisions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(decisions));
        free = List.copyOf(free);
        versions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    long pages() {
        return range.pages() - free.stream().mapToLong(BatesRange::pages).sum();
    }

    Map<String, Long> counted() {
        return decisions;
    }
}

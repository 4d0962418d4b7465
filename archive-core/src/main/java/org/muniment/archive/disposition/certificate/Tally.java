package org.muniment.archive.disposition.certificate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.schedule.SeriesId;

/** Adds up what became of a list's lines. */
final class Tally {
    private static final Comparator<Certificate.Group> ORDER = Comparator.comparing(Certificate.Group::series)
            .thenComparing(Certificate.Group::recordClass)
            .thenComparing(Certificate.Group::authority);

    private final SortedMap<Certificate.Group, long[]> groups = new TreeMap<>(ORDER);
    private final SortedMap<String, Long> kept = new TreeMap<>();
    private long lines;
    private long open;
    private long destroyed;
    private long bytes;
    private @Nullable Instant first;
    private @Nullable Instant last;

    void add(ItemLine line) {
        lines++;
        switch (line.outcome()) {
            case ItemLine.DESTROYED -> destroyed(line);
            case ItemLine.KEPT -> kept.merge(line.reason(), 1L, Long::sum);
            case ItemLine.OPEN -> open++;
            default -> throw new IllegalArgumentException("There is no outcome " + line.outcome());
        }
    }

    private void destroyed(ItemLine line) {
        long size = Long.parseLong(line.size());
        Certificate.Group group = new Certificate.Group(
                new SeriesId(line.series()), Integer.parseInt(line.recordClass()), line.authority(), 0, 0);
        long[] sums = groups.computeIfAbsent(group, none -> new long[2]);
        sums[0]++;
        sums[1] += size;
        destroyed++;
        bytes += size;
        Instant at = line.time();
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
    }

    long lines() {
        return lines;
    }

    long open() {
        return open;
    }

    SortedMap<String, Long> kept() {
        return kept;
    }

    /** @throws CertificateRefused when nothing was destroyed */
    Certificate.Destroyed destroyed() {
        if (first == null || last == null) {
            throw new CertificateRefused("Nothing was destroyed under this plan: there is nothing to certify");
        }
        return new Certificate.Destroyed(destroyed, bytes, first, last);
    }

    List<Certificate.Group> series() {
        return groups.entrySet().stream()
                .map(entry -> new Certificate.Group(
                        entry.getKey().series(),
                        entry.getKey().recordClass(),
                        entry.getKey().authority(),
                        entry.getValue()[0],
                        entry.getValue()[1]))
                .toList();
    }
}

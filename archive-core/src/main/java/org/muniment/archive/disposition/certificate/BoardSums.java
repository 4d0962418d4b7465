package org.muniment.archive.disposition.certificate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.disposition.PlanLine;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.SchoolYear;
import org.muniment.archive.schedule.SeriesId;

/** Adds up a list by series, class, citation and school year. */
final class BoardSums {
    private static final Comparator<Key> ORDER = Comparator.comparing(Key::series)
            .thenComparing(Key::recordClass)
            .thenComparing(Key::authority)
            .thenComparing(Key::year);

    private final SortedMap<Key, Sum> sums = new TreeMap<>(ORDER);

    private record Key(SeriesId series, RecordClass recordClass, String authority, String year) {}

    private record Sum(long items, long bytes, LocalDate eligible) {
        Sum plus(Sum other) {
            return new Sum(
                    items + other.items,
                    bytes + other.bytes,
                    eligible.isBefore(other.eligible) ? eligible : other.eligible);
        }
    }

    /**
     * One line of the paper.
     *
     * @param year the school year, or {@code unknown}
     * @param eligible the earliest day on which one of them was
     */
    record Group(
            SeriesId series,
            RecordClass recordClass,
            String authority,
            String year,
            long items,
            long bytes,
            LocalDate eligible) {}

    void add(PlanLine line, @Nullable SchoolYear year) {
        Key key = new Key(line.series(), line.recordClass(), line.authority(), Objects.toString(year, "unknown"));
        sums.merge(key, new Sum(1, line.size(), line.eligible()), Sum::plus);
    }

    List<Group> groups() {
        return sums.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Group group(Key key, Sum sum) {
        return new Group(
                key.series(), key.recordClass(), key.authority(), key.year(), sum.items(), sum.bytes(), sum.eligible());
    }
}

package org.muniment.archive.schedule;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.ItemSearch;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemNumbers;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.schedule.Classifications.Group;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What each item is, as the catalogue has it, in memory: read once, then only what was changed since, before each question.
 * Of an item that was destroyed it knows until the end what it was; whether there is one is the index's to say. Safe for
 * many threads.
 */
final class ClassColumn {
    private static final int FETCHED = 5_000;

    private final JdbcTemplate reader;
    private final ItemNumbers numbers = new ItemNumbers();
    private final Map<What, Integer> known = new HashMap<>();
    /** By number, from 1; there before an item has the number. Thousands: as many as series times days. */
    private final Map<Integer, What> whats = new ConcurrentHashMap<>();

    private volatile long through = -1;

    /**
     * What many items are alike.
     *
     * @param eligible the first day on which they may be destroyed; null when it is not known
     */
    private record What(Group group, @Nullable LocalDate eligible) {
        boolean isDue(LocalDate until) {
            return eligible != null && !eligible.isAfter(until);
        }
    }

    ClassColumn(DataSource reader) {
        this.reader = new JdbcTemplate(reader);
        this.reader.setFetchSize(FETCHED);
    }

    /** How many of the items that match are of each class and series; those that have none are left out. */
    Map<Group, Long> tally(ItemSearch search, ItemQuery query) {
        catchUp();
        long[] counts = search.tally(query, numbers);
        Map<Group, Long> found = new HashMap<>();
        for (int number = 1; number < counts.length; number++) {
            if (counts[number] > 0) {
                found.merge(what(number).group(), counts[number], Long::sum);
            }
        }
        return found;
    }

    /** How many items may be destroyed by a day. */
    long countDue(ItemSearch search, LocalDate until) {
        return dueByDay(search, until).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private SortedMap<LocalDate, Long> dueByDay(ItemSearch search, LocalDate until) {
        catchUp();
        long[] counts = search.tally(new ItemQuery.All(), numbers);
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        for (int number = 1; number < counts.length; number++) {
            What what = what(number);
            if (counts[number] > 0 && what.isDue(until)) {
                days.merge(Objects.requireNonNull(what.eligible()), counts[number], Long::sum);
            }
        }
        return days;
    }

    /** The first that may be destroyed by a day, by their own day and id: all of the days before the one on which there are enough. */
    SequencedMap<ItemId, LocalDate> due(ItemSearch search, LocalDate until, int limit) {
        SequencedMap<ItemId, LocalDate> found = new LinkedHashMap<>();
        long before = 0;
        for (Map.Entry<LocalDate, Long> day : dueByDay(search, until).entrySet()) {
            if (before + day.getValue() >= limit) {
                add(found, search, what -> what.isDue(day.getKey().minusDays(1)), limit);
                add(found, search, what -> day.getKey().equals(what.eligible()), limit - found.size());
                return found;
            }
            before += day.getValue();
        }
        add(found, search, what -> what.isDue(until), limit);
        return found;
    }

    private void add(Map<ItemId, LocalDate> found, ItemSearch search, Predicate<What> of, int limit) {
        if (limit > 0) {
            narrowed(search, of).matching(new ItemQuery.All(), null, limit).stream()
                    .sorted(Comparator.comparing(this::day).thenComparing(Comparator.naturalOrder()))
                    .forEach(item -> found.put(item, day(item)));
        }
    }

    /** What was changed a moment ago to have none is taken for the last. */
    private LocalDate day(ItemId item) {
        @Nullable LocalDate day = what(numbers.of(ItemNumbers.key(item))).eligible();
        return day == null ? LocalDate.MAX : day;
    }

    /** The same questions about items of some classes and series. */
    ItemSearch among(ItemSearch search, Predicate<Group> of) {
        catchUp();
        return narrowed(search, what -> of.test(what.group()));
    }

    private ItemSearch narrowed(ItemSearch search, Predicate<What> of) {
        BitSet wanted = new BitSet();
        whats.forEach((number, what) -> wanted.set(number, of.test(what)));
        return search.among(numbers, wanted);
    }

    private What what(int number) {
        return Objects.requireNonNull(whats.get(number));
    }

    private void catchUp() {
        if (changed() > through) {
            read();
        }
    }

    private long changed() {
        return Objects.requireNonNull(
                reader.queryForObject("select changed from evaluation where one = 1", Long.class),
                "The catalogue has no evaluation number");
    }

    /** Once for all who wait for it. */
    private synchronized void read() {
        long latest = changed();
        if (latest > through) {
            reader.query(
                    "select item, record_class, series, eligible from classification where changed > ?",
                    row -> {
                        Group group = new Group(RecordClass.of(row.getInt(2)), new SeriesId(row.getString(3)));
                        What what = new What(group, ClassificationRow.day(row, 4));
                        numbers.put(new ItemId(row.getString(1)), number(what));
                    },
                    through);
            through = latest;
        }
    }

    private int number(What what) {
        @Nullable Integer number = known.get(what);
        if (number == null) {
            number = known.size() + 1;
            known.put(what, number);
            whats.put(number, what);
        }
        return number;
    }
}

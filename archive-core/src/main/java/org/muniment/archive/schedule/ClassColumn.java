package org.muniment.archive.schedule;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final Map<Group, Integer> known = new HashMap<>();
    /** By number, from 1. */
    private final List<Group> groups = new CopyOnWriteArrayList<>();

    private volatile long through = -1;

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
                found.put(groups.get(number - 1), counts[number]);
            }
        }
        return found;
    }

    /** The same questions about items of some classes and series. */
    ItemSearch among(ItemSearch search, Predicate<Group> of) {
        catchUp();
        BitSet wanted = new BitSet();
        for (int number = 1; number <= groups.size(); number++) {
            wanted.set(number, of.test(groups.get(number - 1)));
        }
        return search.among(numbers, wanted);
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
                    "select item, record_class, series from classification where changed > ?",
                    row -> {
                        Group group = new Group(RecordClass.of(row.getInt(2)), new SeriesId(row.getString(3)));
                        numbers.put(new ItemId(row.getString(1)), number(group));
                    },
                    through);
            through = latest;
        }
    }

    private int number(Group group) {
        @Nullable Integer number = known.get(group);
        if (number == null) {
            groups.add(group);
            number = groups.size();
            known.put(group, number);
        }
        return number;
    }
}

package org.muniment.archive.index;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;

/** The order of hits and the keys of its pages: {@code n} or {@code o} for the order, the time in hexadecimal, the id. */
enum PageOrder {
    NEWEST('n', true, Long.MIN_VALUE),
    OLDEST('o', false, Long.MAX_VALUE);

    private static final Pattern KEY = Pattern.compile("([no])([0-9a-f]{16})([0-9a-f]{24})");

    private final char letter;
    private final boolean newestFirst;
    private final long unknownTime;
    private final Sort sort;

    /** Where an item stands among others: its time, and its id in two numbers. */
    record Spot(long time, long high, long low) {
        ItemId id() {
            return new ItemId(ItemFields.id(high, low));
        }
    }

    PageOrder(char letter, boolean newestFirst, long unknownTime) {
        this.letter = letter;
        this.newestFirst = newestFirst;
        this.unknownTime = unknownTime;
        this.sort = new Sort(
                new SortField(ItemFields.TIME, SortField.Type.LONG, newestFirst, unknownTime),
                new SortField(ItemFields.ID_HIGH, SortField.Type.LONG),
                new SortField(ItemFields.ID_LOW, SortField.Type.LONG));
    }

    static PageOrder of(Search.Order order) {
        return switch (order) {
            case NEWEST_FIRST -> NEWEST;
            case OLDEST_FIRST -> OLDEST;
        };
    }

    Sort sort() {
        return sort;
    }

    /** @param time null when it is not known */
    Spot spot(@Nullable Long time, long high, long low) {
        return new Spot(time == null ? unknownTime : time, high, low);
    }

    /** As the sort does. */
    int compare(Spot one, Spot other) {
        int byTime = Long.compare(one.time(), other.time());
        int byHigh = Long.compare(one.high(), other.high());
        int byId = byHigh == 0 ? Long.compare(one.low(), other.low()) : byHigh;
        return byTime == 0 ? byId : newestFirst ? -byTime : byTime;
    }

    /** The key of the page that begins after this hit. */
    String after(FieldDoc hit) {
        return letter + String.format("%016x", value(hit, 0)) + id(hit);
    }

    /** What a key says, as the last hit of the page before. */
    FieldDoc before(String key) {
        Matcher form = KEY.matcher(key);
        if (!form.matches() || key.charAt(0) != letter) {
            throw new InvalidPageKey(key);
        }
        String id = form.group(3);
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {
            Long.parseUnsignedLong(form.group(2), 16), ItemFields.high(id), ItemFields.low(id)
        });
    }

    static ItemId id(FieldDoc hit) {
        return new ItemId(ItemFields.id(value(hit, 1), value(hit, 2)));
    }

    private static long value(FieldDoc hit, int index) {
        return (Long) Objects.requireNonNull(hit.fields)[index];
    }
}

package org.muniment.archive.hold;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQuery.All;
import org.muniment.archive.query.ItemQuery.And;
import org.muniment.archive.query.ItemQuery.Between;
import org.muniment.archive.query.ItemQuery.Is;
import org.muniment.archive.query.ItemQuery.Leaf;
import org.muniment.archive.query.ItemQuery.Near;
import org.muniment.archive.query.ItemQuery.Not;
import org.muniment.archive.query.ItemQuery.Or;
import org.muniment.archive.query.ItemQuery.Prefix;
import org.muniment.archive.query.ItemQuery.Words;
import org.muniment.archive.query.Range;

/** A query as far as a row answers it; the rest is {@link Truth#UNKNOWN}. Safe for many threads. */
interface RowTest {
    Truth on(RowFacts row);

    static RowTest of(ItemQuery query) {
        return switch (query) {
            case All all -> row -> Truth.YES;
            case And and -> and(and.parts().stream().map(RowTest::of).toList());
            case Or or -> or(or.parts().stream().map(RowTest::of).toList());
            case Not not -> not(of(not.part()));
            case Leaf leaf -> leaf(leaf);
        };
    }

    private static RowTest and(List<RowTest> parts) {
        return row -> {
            Truth all = Truth.YES;
            for (int i = 0; i < parts.size() && all != Truth.NO; i++) {
                all = all.and(parts.get(i).on(row));
            }
            return all;
        };
    }

    private static RowTest or(List<RowTest> parts) {
        return row -> {
            Truth any = Truth.NO;
            for (int i = 0; i < parts.size() && any != Truth.YES; i++) {
                any = any.or(parts.get(i).on(row));
            }
            return any;
        };
    }

    private static RowTest not(RowTest part) {
        return row -> part.on(row).not();
    }

    private static RowTest leaf(Leaf leaf) {
        return switch (leaf) {
            case Is is -> is(is);
            case Between between -> between(between);
            case Prefix prefix -> prefix(prefix);
            case Words words -> row -> Truth.UNKNOWN;
            case Near near -> row -> Truth.UNKNOWN;
        };
    }

    private static RowTest is(Is is) {
        String value = is.value();
        return switch (is.field()) {
            case ID -> row -> Truth.of(row.id().equals(value));
            case KIND ->
                row -> Truth.of(row.kind().name().toLowerCase(Locale.ROOT).equals(value));
            case CUSTODIAN -> new OneCustodian(value);
            default -> row -> Truth.UNKNOWN;
        };
    }

    private static RowTest prefix(Prefix prefix) {
        return switch (prefix.field()) {
            case ID -> row -> Truth.of(row.id().startsWith(prefix.start()));
            default -> row -> Truth.UNKNOWN;
        };
    }

    private static RowTest between(Between between) {
        Range range = between.range();
        long min = range.min();
        long max = range.max();
        return switch (between.field()) {
            case SENT -> row -> within(row.sent(), min, max);
            case RECEIVED -> row -> within(row.received(), min, max);
            case SIZE -> row -> within(row.size(), min, max);
            default -> row -> Truth.UNKNOWN;
        };
    }

    private static Truth within(@Nullable Long value, long min, long max) {
        return Truth.of(value != null && value >= min && value <= max);
    }

    /**
     * A custodian as the index finds it: an address as a whole; a name without {@code @} also among the words of addresses,
     * of which the row only tells for sure that they are not there.
     */
    record OneCustodian(String value) implements RowTest {
        private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
        private static final Pattern MARKS = Pattern.compile("[^a-z0-9]+");

        @Override
        public Truth on(RowFacts row) {
            Truth any = Truth.NO;
            for (String custodian : row.custodians()) {
                any = any.or(one(custodian));
            }
            return any;
        }

        private Truth one(String custodian) {
            if (custodian.equals(value)) {
                return Truth.YES;
            }
            if (value.indexOf('@') > 0) {
                return Truth.NO;
            }
            return mayHoldWords(custodian) ? Truth.UNKNOWN : Truth.NO;
        }

        private boolean mayHoldWords(String custodian) {
            if (!ASCII.matcher(value).matches() || !ASCII.matcher(custodian).matches()) {
                return true;
            }
            String letters = MARKS.matcher(custodian).replaceAll("");
            return MARKS.splitAsStream(value).allMatch(letters::contains);
        }
    }
}

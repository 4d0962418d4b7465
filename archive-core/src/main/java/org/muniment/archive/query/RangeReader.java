package org.muniment.archive.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads ranges as typed: {@code a..b}, {@code a..}, {@code ..b}, {@code >a}, {@code >=a}, {@code <b}, {@code <=b}, {@code a}. */
final class RangeReader {
    private static final Pattern DAY = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");
    private static final Pattern BYTES = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?)([kmg]?)b?");
    private static final Map<String, Long> UNITS = Map.of("", 1L, "k", 1L << 10, "m", 1L << 20, "g", 1L << 30);

    private RangeReader() {}

    static Range days(String text, ZoneId zone) {
        if (text.equals("*")) {
            return new Range.Days(null, null, zone);
        }
        return range(
                text,
                RangeReader::period,
                (first, last) ->
                        new Range.Days(first == null ? null : first.first(), last == null ? null : last.last(), zone));
    }

    static Range bytes(String text) {
        return range(
                text,
                RangeReader::size,
                (least, most) -> new Range.Bytes(
                        least == null ? 0 : least.first(), most == null ? Long.MAX_VALUE : most.last()));
    }

    /** What one end of a range names, with what comes right before and after it. */
    private record End<T>(T before, T first, T last, T after) {}

    private static <T> Range range(
            String text, Function<String, End<T>> read, BiFunction<@Nullable End<T>, @Nullable End<T>, Range> make) {
        int dots = text.indexOf("..");
        if (dots >= 0) {
            return between(text.substring(0, dots), text.substring(dots + 2), read, make);
        }
        if (text.startsWith(">=")) {
            return make.apply(read.apply(text.substring(2)), null);
        }
        if (text.startsWith("<=")) {
            return make.apply(null, read.apply(text.substring(2)));
        }
        if (text.startsWith(">")) {
            End<T> end = read.apply(text.substring(1));
            return make.apply(new End<>(end.before, end.after, end.after, end.after), null);
        }
        if (text.startsWith("<")) {
            End<T> end = read.apply(text.substring(1));
            return make.apply(null, new End<>(end.before, end.before, end.before, end.after));
        }
        End<T> end = read.apply(text);
        return make.apply(end, end);
    }

    private static <T> Range between(
            String from,
            String to,
            Function<String, End<T>> read,
            BiFunction<@Nullable End<T>, @Nullable End<T>, Range> make) {
        if (from.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("A range needs at least one end");
        }
        return make.apply(from.isEmpty() ? null : read.apply(from), to.isEmpty() ? null : read.apply(to));
    }

    private static End<LocalDate> period(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            throw new IllegalArgumentException(
                    "Write a day as 2024-07-01, a month as 2024-07, a year as 2024, a range as "
                            + "2024-07-01..2025-06-30; not " + text);
        }
        try {
            LocalDate first = LocalDate.parse(day.group(1) + "-" + orFirst(day.group(2)) + "-" + orFirst(day.group(3)));
            LocalDate last = day.group(3) != null
                    ? first
                    : day.group(2) != null
                            ? YearMonth.from(first).atEndOfMonth()
                            : first.withMonth(12).withDayOfMonth(31);
            return new End<>(first.minusDays(1), first, last, last.plusDays(1));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("There is no such day: " + text, e);
        }
    }

    private static String orFirst(@Nullable String part) {
        return part == null ? "01" : part;
    }

    private static End<Long> size(String text) {
        Matcher size = BYTES.matcher(text.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw new IllegalArgumentException(
                    "Write a size as 500, 20KB, 1.5MB or 1GB, a range as 1MB..5MB; not " + text);
        }
        BigDecimal bytes =
                new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(UNITS.getOrDefault(size.group(2), 1L)));
        if (bytes.compareTo(BigDecimal.valueOf(1L << 50)) > 0) {
            throw new IllegalArgumentException("No item is as large as " + text);
        }
        long count = bytes.longValue();
        return new End<>(count - 1, count, count, count + 1);
    }
}

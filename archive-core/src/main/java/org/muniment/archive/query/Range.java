package org.muniment.archive.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A stretch of time or of sizes, both ends within. */
public sealed interface Range {
    /** The least value within: epoch milliseconds for {@link Days}, bytes for {@link Bytes}. */
    long min();

    /** The greatest value within. */
    long max();

    /**
     * Whole days in an agency's zone.
     *
     * @param first the first day; null when there is no first
     * @param last the last day; null when there is no last. Both null: any known day.
     * @param zone where days begin and end
     */
    record Days(@Nullable LocalDate first, @Nullable LocalDate last, ZoneId zone) implements Range {
        public Days {
            fourDigits(first);
            fourDigits(last);
            if (first != null && last != null && last.isBefore(first)) {
                throw new IllegalArgumentException("The range ends before it begins: " + first + ".." + last);
            }
        }

        @Override
        public long min() {
            return first == null
                    ? Long.MIN_VALUE
                    : millis(first.atStartOfDay(zone).toInstant());
        }

        @Override
        public long max() {
            return last == null
                    ? Long.MAX_VALUE
                    : millis(last.plusDays(1).atStartOfDay(zone).toInstant()) - 1;
        }

        private static void fourDigits(@Nullable LocalDate day) {
            if (day != null && (day.getYear() < 0 || day.getYear() > 9999)) {
                throw new IllegalArgumentException("Years have four digits, 0000 to 9999");
            }
        }

        private static long millis(Instant instant) {
            return instant.toEpochMilli();
        }

        @Override
        public String toString() {
            if (first == null && last == null) {
                return "*";
            }
            if (first != null && first.equals(last)) {
                return first.toString();
            }
            return (first == null ? "" : first) + ".." + (last == null ? "" : last);
        }
    }

    /**
     * Sizes in bytes.
     *
     * @param min 0 when there is no least
     * @param max {@link Long#MAX_VALUE} when there is no greatest
     */
    record Bytes(long min, long max) implements Range {
        public Bytes {
            if (min < 0 || max < min) {
                throw new IllegalArgumentException("The range ends before it begins: " + min + ".." + max);
            }
        }

        @Override
        public String toString() {
            if (min == max) {
                return Long.toString(min);
            }
            return min + ".." + (max == Long.MAX_VALUE ? "" : max);
        }
    }
}

package org.muniment.archive.production;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a page, unique for ever across the district: {@code CUSD-000000123}. Also the name of a document, which is
 * that of its first page. Ordered by prefix, then number.
 *
 * @param prefix 1 to 20 upper-case letters and digits, a letter first
 * @param number 1 to 999,999,999
 */
public record BatesNumber(String prefix, long number) implements Comparable<BatesNumber> {
    public static final long LARGEST = 999_999_999;

    private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9]{0,19}");
    private static final Pattern FORM = Pattern.compile("([A-Z][A-Z0-9]{0,19})-([0-9]{9})");

    public BatesNumber {
        requirePrefix(prefix);
        if (number < 1 || number > LARGEST) {
            throw new IllegalArgumentException("A Bates number is 1 to " + LARGEST + ", not " + number);
        }
    }

    /**
     * A prefix, if it is one.
     *
     * @throws IllegalArgumentException when it is none
     */
    static String requirePrefix(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "A Bates prefix is 1 to 20 capital letters and digits, a letter first, such as CUSD, not: "
                            + prefix);
        }
        return prefix;
    }

    /**
     * Reads a number as {@link #toString} writes it.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static BatesNumber parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A Bates number looks like CUSD-000000123, not: " + text);
        }
        return new BatesNumber(parts.group(1), Long.parseLong(parts.group(2)));
    }

    /** The number so many pages later; earlier for a negative number. */
    public BatesNumber plus(long pages) {
        return new BatesNumber(prefix, Math.addExact(number, pages));
    }

    @Override
    public int compareTo(BatesNumber other) {
        int byPrefix = prefix.compareTo(other.prefix);
        return byPrefix == 0 ? Long.compare(number, other.number) : byPrefix;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%09d", prefix, number);
    }
}

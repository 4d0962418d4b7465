package org.muniment.archive.schedule;

import java.util.regex.Pattern;

/**
 * The name of a record series within its schedule.
 *
 * @param value 1 to 20 capital letters, digits and hyphens, beginning with a letter: {@code R01}
 */
public record SeriesId(String value) implements Comparable<SeriesId> {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9-]{0,19}");

    public SeriesId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A series is named by 1 to 20 capital letters, digits and hyphens, not: " + value);
        }
    }

    @Override
    public int compareTo(SeriesId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

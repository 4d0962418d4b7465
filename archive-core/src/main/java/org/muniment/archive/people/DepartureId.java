package org.muniment.archive.people;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a departure: {@code DE} and a number.
 *
 * @param value such as {@code DE7}
 */
public record DepartureId(String value) {
    private static final Pattern FORM = Pattern.compile("DE[1-9][0-9]{0,9}");

    public DepartureId {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A departure is named by DE and a number, such as DE7, not '" + value + "'");
        }
    }

    static DepartureId of(long number) {
        return new DepartureId("DE" + number);
    }

    long number() {
        return Long.parseLong(value.substring(2));
    }

    @Override
    public String toString() {
        return value;
    }
}

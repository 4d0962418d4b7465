package org.muniment.archive.people;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a person: {@code PE} and a number.
 *
 * @param value such as {@code PE7}
 */
public record PersonId(String value) {
    private static final Pattern FORM = Pattern.compile("PE[1-9][0-9]{0,9}");

    public PersonId {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A person is named by PE and a number, such as PE7, not '" + value + "'");
        }
    }

    static PersonId of(long number) {
        return new PersonId("PE" + number);
    }

    long number() {
        return Long.parseLong(value.substring(2));
    }

    @Override
    public String toString() {
        return value;
    }
}

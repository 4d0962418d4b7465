package org.muniment.archive.review;

import java.util.regex.Pattern;

/**
 * The name of a redaction.
 *
 * @param value {@code X} and a number: {@code X12}
 */
public record RedactionId(String value) {
    private static final Pattern FORM = Pattern.compile("X[1-9][0-9]{0,11}");

    public RedactionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A redaction is named by X and a number, such as X12, not: " + value);
        }
    }

    static RedactionId of(long number) {
        return new RedactionId("X" + number);
    }

    long number() {
        return Long.parseLong(value.substring(1));
    }

    @Override
    public String toString() {
        return value;
    }
}

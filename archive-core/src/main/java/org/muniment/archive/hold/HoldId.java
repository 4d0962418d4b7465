package org.muniment.archive.hold;

import java.util.regex.Pattern;

/**
 * The name of a legal hold.
 *
 * @param value {@code H} and a number: {@code H12}
 */
public record HoldId(String value) {
    private static final Pattern FORM = Pattern.compile("H[1-9][0-9]{0,9}");

    public HoldId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A hold is named by H and a number, such as H12, not: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.muniment.archive.request;

import java.util.regex.Pattern;

/**
 * The name of a records request.
 *
 * @param value {@code R} and a number: {@code R12}
 */
public record RequestId(String value) {
    private static final Pattern FORM = Pattern.compile("R[1-9][0-9]{0,9}");

    public RequestId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A request is named by R and a number, such as R12, not: " + value);
        }
    }

    static RequestId of(long number) {
        return new RequestId("R" + number);
    }

    long number() {
        return Long.parseLong(value.substring(1));
    }

    @Override
    public String toString() {
        return value;
    }
}

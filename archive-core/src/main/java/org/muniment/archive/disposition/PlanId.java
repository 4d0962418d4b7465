package org.muniment.archive.disposition;

import java.util.regex.Pattern;

/**
 * The name of a plan.
 *
 * @param value {@code P} and a number: {@code P12}
 */
public record PlanId(String value) {
    private static final Pattern FORM = Pattern.compile("P[1-9][0-9]{0,9}");

    public PlanId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A plan is named by P and a number, such as P12, not: " + value);
        }
    }

    static PlanId of(long number) {
        return new PlanId("P" + number);
    }

    long number() {
        return Long.parseLong(value.substring(1));
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.muniment.archive.production;

import java.util.regex.Pattern;

/**
 * The name of a production.
 *
 * @param value {@code PR} and a number: {@code PR12}
 */
public record ProductionId(String value) {
    private static final Pattern FORM = Pattern.compile("PR[1-9][0-9]{0,9}");

    public ProductionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A production is named by PR and a number, such as PR12, not: " + value);
        }
    }

    static ProductionId of(long number) {
        return new ProductionId("PR" + number);
    }

    long number() {
        return Long.parseLong(value.substring(2));
    }

    @Override
    public String toString() {
        return value;
    }
}

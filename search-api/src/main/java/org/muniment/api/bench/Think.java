package org.muniment.api.bench;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long people look at a page before they ask for the next one.
 *
 * @param least inclusive
 * @param most not less
 */
public record Think(Duration least, Duration most) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})(ms|s)-([0-9]{1,5})(ms|s)");

    public Think {
        if (most.compareTo(least) < 0) {
            throw new IllegalArgumentException("People think for a time such as 1s-3s, the shorter first");
        }
    }

    /** Reads {@code 1s-3s} or {@code 200ms-1s}. */
    public static Think of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("People think for a time such as 1s-3s or 200ms-1s, not " + text);
        }
        return new Think(duration(form.group(1), form.group(2)), duration(form.group(3), form.group(4)));
    }

    private static Duration duration(String number, String unit) {
        long many = Long.parseLong(number);
        return unit.equals("s") ? Duration.ofSeconds(many) : Duration.ofMillis(many);
    }

    void once(Random random) throws InterruptedException {
        Thread.sleep(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }
}

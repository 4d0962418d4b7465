package org.muniment.api;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as people write it: {@code 650MB}, {@code 4GB}, {@code 25000000}. */
final class ByteSize {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12})\\s*(|B|KB|MB|GB|TB)");

    private ByteSize() {}

    static long parse(String text) {
        Matcher parts = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new WrongUsage("A size is a number and KB, MB or GB, such as 4GB, not " + Terminal.plain(text));
        }
        long unit = switch (parts.group(2)) {
            case "KB" -> 1_000L;
            case "MB" -> 1_000_000L;
            case "GB" -> 1_000_000_000L;
            case "TB" -> 1_000_000_000_000L;
            default -> 1L;
        };
        try {
            return Math.multiplyExact(Long.parseLong(parts.group(1)), unit);
        } catch (ArithmeticException tooLarge) {
            throw new WrongUsage("No volume is that large: " + Terminal.plain(text));
        }
    }
}

package org.muniment.api;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a command speaks.
 *
 * @param out results
 * @param err progress and complaints
 * @param raw where the bytes of an item go: the same place as {@code out}
 * @param clock the time
 * @param interactive whether a person watches {@code err}: progress is drawn only then
 */
record Terminal(PrintWriter out, PrintWriter err, OutputStream raw, Clock clock, boolean interactive) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.US);

    /** A line of results. */
    void say(String format, Object... values) {
        out.println(values.length == 0 ? format : String.format(Locale.US, format, values));
    }

    /** A time as a clerk reads it, in the agency's zone. */
    static String time(@Nullable Instant time, ZoneId zone) {
        return time == null ? "unknown" : TIME.format(time.atZone(zone));
    }

    /** A number of bytes as a person reads it. */
    static String bytes(long count) {
        if (count < 1024) {
            return count + " bytes";
        }
        double value = count;
        int unit = 0;
        while (value >= 1024 && unit < 4) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.US, "%.1f %s", value, new String[] {"", "KiB", "MiB", "GiB", "TiB"}[unit]);
    }

    /** One line of text without control characters, so that no mail can drive a reader's terminal. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]+", " ")
                .strip();
    }

    /** As {@link #plain}, keeping the line's indent. */
    static String plainIndented(String text) {
        int indent = text.length() - text.stripLeading().length();
        return " ".repeat(indent) + plain(text);
    }
}

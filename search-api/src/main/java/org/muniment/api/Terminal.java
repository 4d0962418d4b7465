package org.muniment.api;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a command speaks. Nothing that mail holds can drive a reader's terminal: control characters, and those that turn
 * the direction of writing, are shown as a space, whoever forgot to take them out.
 *
 * @param out results
 * @param err progress and complaints
 * @param raw where the bytes of an item go: the same place as {@code out}
 * @param clock the time
 * @param interactive whether a person watches {@code err}: progress is drawn only then
 */
public record Terminal(PrintWriter out, PrintWriter err, OutputStream raw, Clock clock, boolean interactive) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.US);
    private static final int WIDTH = 100;

    /** Cc, line and paragraph separators, lone surrogates, and the marks that turn the direction of writing. */
    private static final Pattern UNSAFE = Pattern.compile(
            "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\x{E0000}-\\x{E007F}]");

    private static final Pattern UNSAFE_BUT_LINES = Pattern.compile("(?![\\n\\r])" + UNSAFE.pattern());

    /** A line of results, or several. */
    public void say(String format, Object... values) {
        String text = values.length == 0 ? format : String.format(Locale.US, format, values);
        out.println(UNSAFE_BUT_LINES.matcher(text.replace("\r", "")).replaceAll(" "));
    }

    /** A line beside the results, on standard error. */
    public void complain(String text) {
        err.println(UNSAFE_BUT_LINES.matcher(text.replace("\r", "")).replaceAll(" "));
        err.flush();
    }

    /** Running text, broken between words where a line would get too long. */
    public void sayWrapped(String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : plain(text).split(" +")) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                say("%s", line);
                line.setLength(indent.length());
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        if (line.length() > indent.length()) {
            say("%s", line);
        }
    }

    /** A time as a clerk reads it, in the agency's zone. */
    public static String time(@Nullable Instant time, ZoneId zone) {
        return time == null ? "unknown" : TIME.format(time.atZone(zone));
    }

    /** A time as JSON has it, ISO-8601 in UTC, shown as a clerk reads it. */
    public static String time(@Nullable String time, ZoneId zone) {
        return time(time == null ? null : Instant.parse(time), zone);
    }

    /** A number of bytes as a person reads it. */
    public static String bytes(long count) {
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

    /** As one line. */
    public static String plain(String text) {
        return UNSAFE.matcher(text).replaceAll(" ").strip();
    }

    /** As {@link #plain}, keeping the line's indent. */
    static String plainIndented(String text) {
        int indent = text.length() - text.stripLeading().length();
        return " ".repeat(indent) + plain(text);
    }
}

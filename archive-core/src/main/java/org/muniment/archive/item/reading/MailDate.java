package org.muniment.archive.item.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the date of a header (RFC 5322 3.3) as forgivingly as the field demands: obsolete zones, two-digit years, missing
 * seconds, comments, wrong weekdays, ISO 8601, {@code asctime}, American slashes, AM and PM. Absurd years are kept as
 * claimed; what cannot be a date at all is absent.
 */
final class MailDate {
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("EST", -300),
            Map.entry("EDT", -240),
            Map.entry("CST", -360),
            Map.entry("CDT", -300),
            Map.entry("MST", -420),
            Map.entry("MDT", -360),
            Map.entry("PST", -480),
            Map.entry("PDT", -420),
            Map.entry("AKST", -540),
            Map.entry("AKDT", -480),
            Map.entry("HST", -600),
            Map.entry("BST", 60),
            Map.entry("CET", 60),
            Map.entry("MET", 60),
            Map.entry("CEST", 120),
            Map.entry("MEST", 120),
            Map.entry("EET", 120),
            Map.entry("EEST", 180),
            Map.entry("JST", 540),
            Map.entry("KST", 540));
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private final String text;
    private int at;
    private int day = -1;
    private int month = -1;
    private int year = Integer.MIN_VALUE;
    private int hour = -1;
    private int minute;
    private int second;
    private int nanos;
    private int offset;
    private boolean zoned;

    private MailDate(String text) {
        this.text = text;
    }

    static Optional<Instant> parse(String header) {
        if (header.isEmpty()) {
            return Optional.empty();
        }
        String text = header.length() > 300 ? header.substring(0, 300) : header;
        return new MailDate(text.indexOf('(') < 0 ? text : text.replaceAll("\\([^()]*\\)?", " ")).parse();
    }

    private Optional<Instant> parse() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                number();
            } else if (Character.isLetter(c)) {
                letters();
            } else if ((c == '+' || c == '-') && hour >= 0 && !zoned && nextIsDigit()) {
                zone(c == '-' ? -1 : 1);
            } else {
                at++;
            }
        }
        return complete();
    }

    private Optional<Instant> complete() {
        boolean sane = month >= 1 && month <= 12 && day >= 1 && day <= 31 && year != Integer.MIN_VALUE;
        if (!sane || hour > 24 || minute > 59 || second > 61) {
            return Optional.empty();
        }
        // By arithmetic, so that 31 February, a leap second and 24:00 become the moment meant.
        long days = LocalDate.of(year, month, 1).toEpochDay() + day - 1;
        long seconds = days * 86_400 + Math.max(hour, 0) * 3_600L + minute * 60L + second - offset * 60L;
        return Optional.of(Instant.ofEpochSecond(seconds, nanos));
    }

    private void number() {
        int start = at;
        long value = digits();
        int length = at - start;
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (next == ':' && hour < 0) {
            clock(value);
        } else if (next == '/' && month < 0 && nextIsDigit()) {
            slashes((int) value);
        } else if (next == '-' && length == 4 && day < 0 && nextIsDigit()) {
            iso((int) value);
        } else if (day < 0 && length <= 2 && value <= 31) {
            day = (int) value;
        } else if (year == Integer.MIN_VALUE && length <= 9) {
            year((int) value, length);
        }
    }

    private long digits() {
        long value = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            value = Math.min(value * 10 + text.charAt(at++) - '0', 9_999_999_999L);
        }
        return value;
    }

    /** RFC 5322 4.3: 00 to 49 are of this century, 50 to 999 count from 1900. */
    private void year(int value, int length) {
        if (length >= 4) {
            year = value;
        } else {
            year = length <= 2 && value < 50 ? 2000 + value : 1900 + value;
        }
    }

    private void clock(long value) {
        hour = (int) Math.min(value, 99);
        at++;
        minute = (int) Math.min(digits(), 99);
        if (at < text.length() && text.charAt(at) == ':') {
            at++;
            second = (int) Math.min(digits(), 99);
        }
        if (at + 1 < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',') && nextIsDigit()) {
            fraction();
        }
    }

    private void fraction() {
        at++;
        int scale = 100_000_000;
        for (; at < text.length() && isDigit(text.charAt(at)); at++) {
            nanos += (text.charAt(at) - '0') * scale;
            scale /= 10;
        }
    }

    private void slashes(int first) {
        at++;
        int second = (int) Math.min(digits(), 99);
        boolean dayFirst = first > 12;
        month = dayFirst ? second : first;
        day = dayFirst ? first : second;
    }

    private void iso(int first) {
        year = first;
        at++;
        month = (int) Math.min(digits(), 99);
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
            day = (int) Math.min(digits(), 99);
        }
    }

    private void letters() {
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        int index = word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT));
        if (index >= 0 && index % 3 == 0 && month < 0) {
            month = index / 3 + 1;
        } else if (hour >= 0) {
            afterClock(word.toUpperCase(Locale.ROOT));
        }
    }

    private void afterClock(String word) {
        if (word.equals("PM") && hour < 12) {
            hour += 12;
        } else if (word.equals("AM") && hour == 12) {
            hour = 0;
        } else if (ZONES.containsKey(word) && !zoned) {
            offset = ZONES.get(word);
            zoned = true;
        }
    }

    private void zone(int sign) {
        at++;
        int start = at;
        long value = digits();
        int length = at - start;
        if (length <= 2 && at < text.length() && text.charAt(at) == ':') {
            at++;
            value = value * 100 + digits() % 100;
        } else if (length <= 2) {
            value *= 100;
        }
        long minutes = value / 100 * 60 + value % 100;
        offset = minutes > 24 * 60 ? 0 : (int) (sign * minutes);
        zoned = true;
    }

    private boolean nextIsDigit() {
        return at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

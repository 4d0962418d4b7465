package org.muniment.batch.ingest.mbox;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line in front of each message of an mbox (RFC 4155): {@code From }, a sender, a time as by {@code asctime}. Real
 * ones have zones in three places, RFC 5322 dates, senders with spaces, or no time at all.
 */
final class FromLine {
    private static final String MONTHS = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private static final String CLOCK = "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d+)?";
    private static final String ZONE = "([+-]\\d{4}|[A-Z]{1,5})";

    /** {@code Mar 02 09:30:00 [+0000] 2026 [+0000]}. */
    private static final Pattern ASCTIME = Pattern.compile(
            MONTHS + "\\s+(\\d{1,2})\\s+" + CLOCK + "\\s+(?:" + ZONE + "\\s+)?(\\d{4})(?:\\s+" + ZONE + ")?");

    /** {@code 02 Mar 2026 09:30:00 [+0000]}. */
    private static final Pattern MAIL_DATE =
            Pattern.compile("(\\d{1,2})\\s+" + MONTHS + "\\s+(\\d{4})\\s+" + CLOCK + "(?:\\s+" + ZONE + ")?");

    private static final Pattern BARE = Pattern.compile("From \\S*\\s*");
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]+[ \\t]*:.*", Pattern.DOTALL);
    private static final List<String> US_ZONES = List.of("EDT", "EST", "CDT", "CST", "MDT", "MST", "PDT", "PST");

    private FromLine() {}

    /** Whether a line that begins with {@code From } separates messages; without a time, a header field must follow. */
    static boolean is(String line, String ahead) {
        if (!line.startsWith("From ")) {
            return false;
        }
        return ASCTIME.matcher(line).find()
                || MAIL_DATE.matcher(line).find()
                || (BARE.matcher(line).matches() && FIELD.matcher(ahead).lookingAt());
    }

    /** The time of the line; taken as UTC where it names no zone. */
    static Optional<java.time.Instant> time(String line) {
        Matcher asctime = ASCTIME.matcher(line);
        if (asctime.find()) {
            String zone = asctime.group(6) != null ? asctime.group(6) : asctime.group(8);
            return time(asctime, 7, 1, 2, 3, zone);
        }
        Matcher mail = MAIL_DATE.matcher(line);
        return mail.find() ? time(mail, 3, 2, 1, 4, mail.group(7)) : Optional.empty();
    }

    private static Optional<java.time.Instant> time(
            Matcher found, int year, int month, int day, int clock, @org.jspecify.annotations.Nullable String zone) {
        try {
            String seconds = found.group(clock + 2);
            return Optional.of(LocalDateTime.of(
                            Integer.parseInt(found.group(year)),
                            MONTHS.indexOf(found.group(month)) / 4 + 1,
                            Integer.parseInt(found.group(day)),
                            Integer.parseInt(found.group(clock)),
                            Integer.parseInt(found.group(clock + 1)),
                            seconds == null ? 0 : Math.min(59, Integer.parseInt(seconds)))
                    .toInstant(offset(zone)));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static ZoneOffset offset(@org.jspecify.annotations.Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        if (zone.startsWith("+") || zone.startsWith("-")) {
            return ZoneOffset.of(zone);
        }
        int us = US_ZONES.indexOf(zone);
        return us < 0 ? ZoneOffset.UTC : ZoneOffset.ofHours(-4 - (us + 1) / 2);
    }
}

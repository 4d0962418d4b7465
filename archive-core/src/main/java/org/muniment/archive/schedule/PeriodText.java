package org.muniment.archive.schedule;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the text form of a period. */
final class PeriodText {
    private static final String ORDINAL = "(" + Ordinals.pattern() + ")";
    private static final Pattern SCHOOL_YEAR = Pattern.compile(ORDINAL + " school year after ([a-z-]+)");
    private static final Pattern JULY_FIRST =
            Pattern.compile("(day after )?" + ORDINAL + " July 1 after audit completed");
    private static final Pattern LENGTH = Pattern.compile("(P[0-9YMWD]+) after ([a-z-]+)");

    private PeriodText() {}

    static RetentionPeriod parse(String text) {
        if (text.equals("permanent")) {
            return new RetentionPeriod.Permanent();
        }
        if (text.equals("until reclassified")) {
            return new RetentionPeriod.UntilReclassified();
        }
        Matcher july = JULY_FIRST.matcher(text);
        if (july.matches()) {
            return new RetentionPeriod.JulyFirstAfterAudit(Ordinals.of(july.group(2)), july.group(1) != null);
        }
        Matcher year = SCHOOL_YEAR.matcher(text);
        if (year.matches()) {
            return schoolYear(Ordinals.of(year.group(1)), year.group(2));
        }
        Matcher length = LENGTH.matcher(text);
        if (length.matches()) {
            return after(length(length.group(1)), length.group(2));
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no period. Write one of: permanent; until reclassified; P1Y after received; "
                        + "P4Y after contract-ended; third school year after origin; fourth school year after usefulness-ended; "
                        + "third July 1 after audit completed; day after third July 1 after audit completed; "
                        + "or a map with later-of or earlier-of and a list of these");
    }

    /** A length of ISO 8601 in years, months, weeks and days. */
    static Period length(String text) {
        try {
            Period length = Period.parse(text);
            Days.notNegative(length);
            return length;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no length of time. Write it like P90D, P6M, P1Y or P1Y6M", e);
        }
    }

    private static RetentionPeriod schoolYear(int ordinal, String since) {
        return since.equals("origin")
                ? new RetentionPeriod.SchoolYearAfterOrigin(ordinal)
                : new RetentionPeriod.SchoolYearAfterEvent(ordinal, event(since, "origin"));
    }

    private static RetentionPeriod after(Period length, String since) {
        return since.equals("received")
                ? new RetentionPeriod.AfterReceived(length)
                : new RetentionPeriod.AfterEvent(length, event(since, "received"));
    }

    private static EventKind event(String key, String other) {
        return EventKind.named(key)
                .orElseThrow(() -> new IllegalArgumentException("'" + key + "' is nothing to count from. Write " + other
                        + ", or an event: "
                        + Arrays.stream(EventKind.values()).map(EventKind::key).collect(Collectors.joining(", "))));
    }
}

package org.muniment.batch.ingest.sources;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people write it, or in ISO 8601. */
final class PeriodWords {
    private static final Pattern WORDS = Pattern.compile("(\\d{1,6}) (second|minute|hour|day)s?");

    private PeriodWords() {}

    static Optional<Duration> read(String text) {
        Matcher words = WORDS.matcher(text);
        if (!words.matches()) {
            return iso(text);
        }
        long number = Long.parseLong(words.group(1));
        return Optional.of(
                switch (words.group(2)) {
                    case "second" -> Duration.ofSeconds(number);
                    case "minute" -> Duration.ofMinutes(number);
                    case "hour" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(length -> !length.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

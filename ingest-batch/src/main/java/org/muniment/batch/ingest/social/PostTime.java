package org.muniment.batch.ingest.social;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Times as platforms write them: seconds or milliseconds since 1970, ISO 8601, X's own form. */
final class PostTime {
    private static final long MILLISECONDS_FROM = 100_000_000_000L;
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssZ", Locale.ROOT),
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z uuuu", Locale.ROOT),
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.ROOT));

    private PostTime() {}

    static Optional<Instant> read(JsonNode value) {
        if (value.isIntegralNumber() || value.isString() && value.asString().matches("[0-9]{9,13}")) {
            long number = value.isString() ? Long.parseLong(value.asString()) : value.asLong();
            return number <= 0
                    ? Optional.empty()
                    : Optional.of(
                            number < MILLISECONDS_FROM ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
        }
        return value.isString() ? text(value.asString().strip()) : Optional.empty();
    }

    private static Optional<Instant> text(String text) {
        for (DateTimeFormatter form : FORMS) {
            try {
                return Optional.of(form.parse(text, Instant::from));
            } catch (DateTimeException other) {
                continue;
            }
        }
        return Optional.empty();
    }
}

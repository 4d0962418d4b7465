package org.muniment.batch.ingest.voicemail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times and lengths as telephone systems write them. */
final class Told {
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{2}(?:[.,]\\d{1,3})?)");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(s|sec|secs|seconds|ms)?");
    private static final long MILLIS = 100_000_000_000L;
    private static final List<DateTimeFormatter> LOCAL = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            DateTimeFormatter.ofPattern("uuuu-M-d H:mm[:ss]", Locale.ROOT),
            DateTimeFormatter.ofPattern("M/d/uuuu H:mm[:ss]", Locale.ROOT),
            DateTimeFormatter.ofPattern("M/d/uuuu h:mm[:ss] a", Locale.US));

    private final ZoneId zone;

    /** @param zone in which times without one are */
    Told(ZoneId zone) {
        this.zone = zone;
    }

    /** A time; null when the text is none. */
    @Nullable
    Instant time(String text) {
        String bare = text.strip();
        if (bare.matches("\\d{9,13}")) {
            long number = Long.parseLong(bare);
            return number > MILLIS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        }
        return attempt(() -> OffsetDateTime.parse(bare).toInstant())
                .or(() -> attempt(() -> OffsetDateTime.parse(bare, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant()))
                .or(() -> LOCAL.stream()
                        .flatMap(form ->
                                attempt(() -> LocalDateTime.parse(bare, form)
                                                .atZone(zone)
                                                .toInstant())
                                        .stream())
                        .findFirst())
                .orElse(null);
    }

    private static Optional<Instant> attempt(java.util.function.Supplier<Instant> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** A length in seconds, as a decimal number; empty when the text is none. */
    static String seconds(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        Matcher clock = CLOCK.matcher(bare);
        if (clock.matches()) {
            long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
            BigDecimal rest = new BigDecimal(clock.group(3).replace(',', '.'));
            return plain(rest.add(BigDecimal.valueOf(hours * 3600 + Long.parseLong(clock.group(2)) * 60)));
        }
        Matcher number = NUMBER.matcher(bare);
        if (number.matches()) {
            BigDecimal value = new BigDecimal(number.group(1));
            return plain("ms".equals(number.group(2)) ? value.movePointLeft(3) : value);
        }
        return bare.startsWith("pt") ? iso(bare) : "";
    }

    private static String iso(String text) {
        Function<String, String> read = one -> seconds(Duration.parse(one));
        try {
            return read.apply(text);
        } catch (DateTimeException none) {
            return "";
        }
    }

    static String seconds(Duration length) {
        return plain(BigDecimal.valueOf(length.toMillis(), 3));
    }

    private static String plain(BigDecimal seconds) {
        return seconds.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** A share from 0 to 1, also from per cent; empty when the text is none. */
    static String confidence(String text) {
        String bare = text.strip().replaceFirst("\\s*%$", "");
        if (!bare.matches("\\d{1,3}(\\.\\d{1,20})?([eE]-?\\d{1,2})?")) {
            return "";
        }
        BigDecimal value = new BigDecimal(bare);
        boolean percent = value.compareTo(BigDecimal.ONE) > 0 || text.contains("%");
        BigDecimal share = percent ? value.movePointLeft(2) : value;
        return share.compareTo(BigDecimal.ONE) > 0
                ? ""
                : share.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}

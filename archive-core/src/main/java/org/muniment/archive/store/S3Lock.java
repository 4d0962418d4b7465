package org.muniment.archive.store;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * How long the store is to refuse deletion of every object that is written, counted from the writing.
 *
 * @param period longer than nothing
 */
public record S3Lock(Mode mode, Duration period) {
    /** The two modes of S3 Object Lock. */
    public enum Mode {
        /** Nobody can delete, shorten or lift it, not even the owner of the account. */
        COMPLIANCE,
        /** Those with a special permission can lift it. */
        GOVERNANCE
    }

    public S3Lock {
        if (!period.isPositive()) {
            throw new IllegalArgumentException("A lock lasts longer than nothing, not " + period);
        }
    }

    /** Reads {@code compliance:P30D}: a mode and an ISO 8601 duration in days, hours, minutes and seconds. */
    public static S3Lock parse(String text) {
        int colon = text.indexOf(':');
        try {
            return new S3Lock(
                    Mode.valueOf(text.substring(0, Math.max(0, colon)).toUpperCase(Locale.ROOT)),
                    Duration.parse(text.substring(colon + 1)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException("A lock is written compliance:P30D or governance:PT12H, not " + text, e);
        }
    }

    @Override
    public String toString() {
        return mode.name().toLowerCase(Locale.ROOT) + ":" + period;
    }
}

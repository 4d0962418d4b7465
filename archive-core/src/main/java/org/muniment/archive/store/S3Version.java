package org.muniment.archive.store;

import io.minio.StatObjectResponse;
import io.minio.messages.LegalHold;
import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One version of a key as a listing shows it.
 *
 * @param marker whether it only says that the key was deleted
 */
record S3Version(String key, String id, long size, boolean marker) {
    /** A date before which a version cannot be deleted. */
    record Retained(S3Lock.Mode mode, Instant until) {
        Retention asked() {
            return new Retention(RetentionMode.valueOf(mode.name()), ZonedDateTime.ofInstant(until, ZoneOffset.UTC));
        }
    }

    /** What the store says of a version when asked for it alone. */
    record Stored(long size, @Nullable Retained retained, boolean held) {
        static Stored of(StatObjectResponse head) {
            RetentionMode mode = head.lockMode();
            ZonedDateTime until = head.lockRetainUntilDate();
            LegalHold hold = head.lockLegalHold();
            return new Stored(
                    head.size(),
                    mode == null || until == null
                            ? null
                            : new Retained(S3Lock.Mode.valueOf(mode.name()), until.toInstant()),
                    hold != null && hold.status());
        }

        boolean locked(Instant now) {
            return held || (retained != null && retained.until().isAfter(now));
        }
    }
}

package org.muniment.archive.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes versions and reads them back: stores exist that answer 200 and keep nothing, and stores that drop the lock of a
 * write in parts. A write counts only when the store shows the size, the lock and the hold that were asked for.
 */
final class VerifiedWrites {
    private final S3Bucket bucket;
    private final Clock clock;
    private final @Nullable S3Lock lock;

    VerifiedWrites(S3Bucket bucket, Clock clock, @Nullable S3Lock lock) {
        this.bucket = bucket;
        this.clock = clock;
        this.lock = lock;
    }

    /** Writes one version, verified, and gives its id. */
    String write(String key, Spool bytes) {
        S3Version.Retained asked = asked();
        String version = bucket.put(key, bytes, asked, false);
        S3Version.Stored found = look(key, version);
        if (found.size() != bytes.size()) {
            throw new StoreUnavailable(bucket + " took " + bytes.size() + " bytes as " + key + " and shows "
                    + found.size() + ". Do not trust this store.");
        }
        if (asked != null && !covers(found.retained(), asked)) {
            retain(key, version, asked);
        }
        return version;
    }

    /** Locks a version that was written without the lock that is asked for now; one that has a lock keeps it. */
    void secure(String key, String version, S3Version.Stored found) {
        S3Version.Retained asked = asked();
        if (asked != null && found.retained() == null) {
            retain(key, version, asked);
        }
    }

    /** Sets or lifts the hold of a version, and verifies that the store shows it. */
    void hold(String key, String version, boolean held) {
        bucket.hold(key, version, held);
        if (look(key, version).held() != held) {
            throw new StoreUnavailable(bucket + " accepted to " + (held ? "hold " : "release ") + key
                    + " and did not. Do not trust this store.");
        }
    }

    private void retain(String key, String version, S3Version.Retained asked) {
        bucket.retain(key, version, asked);
        if (!covers(look(key, version).retained(), asked)) {
            throw new StoreUnavailable(
                    bucket + " accepted a lock for " + key + " and does not show it. Do not trust this store.");
        }
    }

    private S3Version.Stored look(String key, String version) {
        return bucket.stored(key, version)
                .orElseThrow(() -> new StoreUnavailable(bucket + " took version " + version + " of " + key
                        + " and does not have it. Do not trust this store."));
    }

    private S3Version.@Nullable Retained asked() {
        if (lock == null) {
            return null;
        }
        // Stores keep whole seconds or more: round up, so that what they show can be compared.
        Instant until = clock.instant().plus(lock.period()).plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        return new S3Version.Retained(lock.mode(), until);
    }

    private static boolean covers(S3Version.@Nullable Retained found, S3Version.Retained asked) {
        return found != null
                && (found.mode() == asked.mode() || found.mode() == S3Lock.Mode.COMPLIANCE)
                && !found.until().isBefore(asked.until());
    }
}

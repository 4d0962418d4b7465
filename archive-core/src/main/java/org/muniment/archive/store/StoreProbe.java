package org.muniment.archive.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds out by trying whether a bucket enforces locks: one object with a short COMPLIANCE date and one with a legal hold are
 * written, and every way to be rid of them must be refused. The first stays until a later probe can remove it.
 */
final class StoreProbe {
    private static final String PREFIX = "probe/";
    /** Longer than clocks may differ before a store rejects signatures. */
    private static final Duration PERIOD = Duration.ofMinutes(16);

    private static final byte[] CONTENT = "Is what is locked here safe?".getBytes(StandardCharsets.UTF_8);

    private final S3Bucket bucket;
    private final Clock clock;
    private final List<String> reasons = new ArrayList<>();

    StoreProbe(S3Bucket bucket, Clock clock) {
        this.bucket = bucket;
        this.clock = clock;
    }

    /** @throws StoreUnavailable when the store cannot be reached, so that nothing was found out */
    Worm run() {
        sweep();
        String key = PREFIX + UUID.randomUUID();
        try {
            probeRetention(key);
            probeHold(key + "-held");
        } catch (StoreRefused e) {
            reasons.add("it refuses to lock: " + e.getMessage());
        }
        return reasons.isEmpty() ? new Worm.Enforced() : new Worm.NotWorm(reasons);
    }

    private void probeRetention(String key) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        S3Version.Retained asked = new S3Version.Retained(S3Lock.Mode.COMPLIANCE, now.plus(PERIOD));
        String version = bucket.put(key, Spool.of(CONTENT), asked, false);
        expect(
                bucket.stored(key, version).filter(stored -> asked.equals(stored.retained())),
                "it accepts a COMPLIANCE date and does not show it");
        refuses("delete a version under a COMPLIANCE date", () -> bucket.remove(key, version));
        refuses("delete it with bypass", () -> bucket.removeBypassing(key, version));
        refuses("delete it in bulk", () -> bucket.removeInBulk(key, version));
        S3Version.Retained sooner = new S3Version.Retained(S3Lock.Mode.COMPLIANCE, now.plus(PERIOD.dividedBy(2)));
        refuses("shorten a COMPLIANCE date", () -> bucket.retain(key, version, sooner));
        S3Version.Retained weaker = new S3Version.Retained(S3Lock.Mode.GOVERNANCE, asked.until());
        refuses("weaken a COMPLIANCE date", () -> bucket.retain(key, version, weaker));
        expect(
                bucket.stored(key, version).filter(stored -> stored.size() == CONTENT.length),
                "it lost a version under a COMPLIANCE date");
    }

    private void probeHold(String key) {
        String version = bucket.put(key, Spool.of(CONTENT), null, true);
        expect(
                bucket.stored(key, version).filter(S3Version.Stored::held),
                "it accepts a legal hold and does not show it");
        refuses("delete a version under a legal hold", () -> bucket.remove(key, version));
        refuses("delete a held version with bypass", () -> bucket.removeBypassing(key, version));
        refuses("delete a held version in bulk", () -> bucket.removeInBulk(key, version));
        Optional<S3Version.Stored> left = bucket.stored(key, version);
        expect(left, "it lost a version under a legal hold");
        if (left.isPresent()) {
            bucket.hold(key, version, false);
            removeIfAllowed(key, version);
        }
    }

    private void refuses(String deed, Runnable attempt) {
        try {
            attempt.run();
            reasons.add("it lets one " + deed);
        } catch (StoreRefused asItShould) {
            return;
        }
    }

    private void expect(Optional<S3Version.Stored> stored, String otherwise) {
        if (stored.isEmpty()) {
            reasons.add(otherwise);
        }
    }

    /** Removes what earlier probes had to leave. */
    private void sweep() {
        bucket.list(PREFIX).toList().forEach(version -> removeIfAllowed(version.key(), version.id()));
    }

    private void removeIfAllowed(String key, String version) {
        try {
            bucket.remove(key, version);
        } catch (StoreRefused stillLocked) {
            return;
        }
    }
}

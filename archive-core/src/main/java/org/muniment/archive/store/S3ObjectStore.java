package org.muniment.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muniment.archive.store.ObjectVersions.Claim;

/**
 * Objects in a bucket of any store that speaks S3 and keeps versions. The store would keep every write as a further
 * version; that an object is written once rests on {@link ObjectVersions}. Every written version is read back before it
 * counts; reads, holds and removals name the version. What a crash left between write and settling is found by reading.
 */
public final class S3ObjectStore implements ObjectStore {
    private static final int TURNS = 1024;
    private static final int AT_ONCE = 64;

    private final S3Bucket bucket;
    private final ObjectVersions versions;
    private final Path spool;
    private final Clock clock;
    private final VerifiedWrites writes;
    private final Worm worm;
    private final List<ReentrantLock> turns =
            IntStream.range(0, TURNS).mapToObj(turn -> new ReentrantLock()).toList();

    private S3ObjectStore(
            S3Bucket bucket, ObjectVersions versions, Path spool, Clock clock, VerifiedWrites writes, Worm worm) {
        this.bucket = bucket;
        this.versions = versions;
        this.spool = spool;
        this.clock = clock;
        this.writes = writes;
        this.worm = worm;
    }

    /**
     * Opens the bucket, makes it where it is absent, probes whether it enforces locks, and settles what a crash left.
     *
     * @param spool a local folder for objects that are too large for memory while they are hashed
     * @throws StoreRefused when the settings ask for a lock and the store does not enforce locks
     */
    public static S3ObjectStore open(S3Settings settings, ObjectVersions versions, Path spool, Clock clock) {
        S3Bucket bucket = new S3Bucket(settings);
        try {
            bucket.prepare();
            Worm worm = new StoreProbe(bucket, clock).run();
            if (settings.lock() != null && worm instanceof Worm.NotWorm reasons) {
                throw new StoreRefused("A lock of " + settings.lock() + " is asked for and " + bucket
                        + " does not enforce it. Use another store, or leave out lock=. It is " + reasons);
            }
            VerifiedWrites writes = new VerifiedWrites(bucket, clock, settings.lock());
            S3ObjectStore store = new S3ObjectStore(bucket, versions, spool, clock, writes, worm);
            store.settleLeftovers();
            return store;
        } catch (RuntimeException e) {
            bucket.close();
            throw e;
        }
    }

    /** A claim without an object is of no use; with one, the object was written and only its settling is missing. */
    private void settleLeftovers() {
        versions.unsettled()
                .forEach(digest -> inTurn(digest, () -> {
                    Optional<Claim.Settled> found = recover(digest);
                    if (found.isEmpty()) {
                        versions.forget(digest);
                    }
                    return found;
                }));
    }

    @Override
    public Digest put(InputStream bytes) {
        try (Arrival arrival = Arrival.of(bytes, spool)) {
            return inTurn(arrival.digest(), () -> put(arrival));
        }
    }

    private Digest put(Arrival arrival) {
        Digest digest = arrival.digest();
        long size = arrival.bytes().size();
        boolean there = switch (versions.claim(digest, size)) {
            case Claim.Fresh fresh -> false;
            case Claim.Unsettled unsettled -> recover(digest).isPresent();
            case Claim.Settled settled ->
                isIntact(digest, settled) || recover(digest).isPresent();
        };
        if (!there) {
            String key = ObjectKey.of(digest);
            String mine = writes.write(key, arrival.bytes());
            String object = versions.settle(digest, size, mine);
            if (!object.equals(mine)) {
                removeSurplus(key, mine);
            }
        }
        return digest;
    }

    private boolean isIntact(Digest digest, Claim.Settled settled) {
        String key = ObjectKey.of(digest);
        Optional<S3Version.Stored> stored =
                bucket.stored(key, settled.version()).filter(found -> found.size() == settled.size());
        stored.ifPresentOrElse(
                found -> writes.secure(key, settled.version(), found),
                () -> versions.reopen(digest, settled.version()));
        return stored.isPresent();
    }

    /** Looks for a version in the bucket that proves to be the object, settles it, and removes the others. */
    private Optional<Claim.Settled> recover(Digest digest) {
        String key = ObjectKey.of(digest);
        List<S3Version> present = bucket.versions(key).stream()
                .filter(version -> !version.marker())
                .toList();
        Optional<S3Version> good =
                present.stream().filter(version -> proves(digest, version)).findFirst();
        return good.map(version -> {
            bucket.stored(key, version.id()).ifPresent(found -> writes.secure(key, version.id(), found));
            String object = versions.settle(digest, version.size(), version.id());
            present.stream()
                    .filter(other -> !other.id().equals(object))
                    .forEach(other -> removeSurplus(key, other.id()));
            return new Claim.Settled(object, version.size());
        });
    }

    private boolean proves(Digest digest, S3Version version) {
        Optional<InputStream> bytes = bucket.open(version.key(), version.id());
        if (bytes.isEmpty()) {
            return false;
        }
        try (InputStream proving = new ProvingInputStream(bytes.get(), digest, version.size(), bucket.toString())) {
            proving.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (ObjectCorrupt e) {
            return false;
        } catch (IOException e) {
            throw new StoreUnavailable("Reading " + version.key() + " from " + bucket + " broke off. Try again.", e);
        }
    }

    /** A further version of the same bytes. Where a lock keeps it, it stays until the object is destroyed. */
    private void removeSurplus(String key, String version) {
        try {
            bucket.remove(key, version);
        } catch (StoreRefused locked) {
            return;
        }
    }

    @Override
    public int putsAtOnce() {
        return AT_ONCE;
    }

    /** Nothing left to do: the store answers a put when the object lasts. */
    @Override
    public void sync() {}

    @Override
    public InputStream open(Digest digest) {
        String key = ObjectKey.of(digest);
        Optional<Claim.Settled> settled = settled(digest);
        Optional<InputStream> bytes = settled.flatMap(found -> bucket.open(key, found.version()));
        if (bytes.isEmpty()) {
            settled.ifPresent(gone -> versions.reopen(digest, gone.version()));
            settled = inTurn(digest, () -> recover(digest));
            bytes = settled.flatMap(found -> bucket.open(key, found.version()));
        }
        long size = settled.map(Claim.Settled::size).orElse(0L);
        return bytes.map(wire -> new ProvingInputStream(wire, digest, size, bucket.toString()))
                .orElseThrow(() -> new ObjectMissing(digest, bucket.toString()));
    }

    private Optional<Claim.Settled> settled(Digest digest) {
        return versions.find(digest).flatMap(claim -> switch (claim) {
            case Claim.Settled found -> Optional.of(found);
            case Claim.Unsettled unsettled -> Optional.empty();
            case Claim.Fresh fresh -> Optional.empty();
        });
    }

    @Override
    public boolean contains(Digest digest) {
        return locate(digest).isPresent();
    }

    private Optional<Claim.Settled> locate(Digest digest) {
        return settled(digest)
                .filter(found ->
                        bucket.stored(ObjectKey.of(digest), found.version()).isPresent())
                .or(() -> inTurn(digest, () -> recover(digest)));
    }

    /** What lies in the bucket, whether settled or not. */
    @Override
    public Stream<Digest> list() {
        return Distinct.sorted(bucket.list(ObjectKey.PREFIX)
                .filter(version -> !version.marker())
                .flatMap(version -> ObjectKey.digest(version.key()).stream()));
    }

    /** Removes every version of the key, and looks that none is left. */
    @Override
    public void destroy(Digest digest) {
        inTurn(digest, () -> {
            String key = ObjectKey.of(digest);
            List<S3Version> present = bucket.versions(key);
            present.forEach(this::refuseLocked);
            present.stream()
                    .sorted(Comparator.comparing(S3Version::marker))
                    .forEach(version -> bucket.remove(key, version.id()));
            if (!present.isEmpty() && !bucket.versions(key).isEmpty()) {
                throw new StoreUnavailable(bucket + " said that " + key + " is deleted and still has it. Try again.");
            }
            versions.forget(digest);
            return digest;
        });
    }

    private void refuseLocked(S3Version version) {
        Optional<S3Version.Stored> locked = version.marker()
                ? Optional.empty()
                : bucket.stored(version.key(), version.id()).filter(stored -> stored.locked(clock.instant()));
        locked.ifPresent(stored -> {
            S3Version.Retained retained = stored.retained();
            throw new StoreRefused(version.key() + " in " + bucket + " is "
                    + (stored.held() ? "under a legal hold. Release it first." : "")
                    + (retained == null || stored.held() ? "" : "locked until " + retained.until() + "."));
        });
    }

    /**
     * Makes the store itself refuse to delete the object until {@link #release}; verified.
     *
     * @throws ObjectMissing when there is no such object
     */
    public void hold(Digest digest) {
        holdVersion(digest, true);
    }

    /**
     * Lifts what {@link #hold} placed; verified.
     *
     * @throws ObjectMissing when there is no such object
     */
    public void release(Digest digest) {
        holdVersion(digest, false);
    }

    private void holdVersion(Digest digest, boolean held) {
        Claim.Settled object = locate(digest).orElseThrow(() -> new ObjectMissing(digest, bucket.toString()));
        writes.hold(ObjectKey.of(digest), object.version(), held);
    }

    @Override
    public Worm worm() {
        return worm;
    }

    @Override
    public void close() {
        bucket.close();
    }

    /** Within a process one thread at a time works on an object, so that racing puts write one version. */
    private <T> T inTurn(Digest digest, Supplier<T> work) {
        ReentrantLock turn = turns.get(Integer.parseInt(digest.hex(), 0, 4, 16) % TURNS);
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}

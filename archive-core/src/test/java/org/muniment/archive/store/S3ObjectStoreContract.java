package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

/** What the S3 store promises on every server that enforces Object Lock. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class S3ObjectStoreContract implements ObjectStoreContract {
    @TempDir
    Path folder;

    private Catalogue catalogue;
    private S3Fixture s3;
    private S3ObjectStore store;

    abstract S3Fixture fixture(Catalogue empty, Path spool);

    @BeforeAll
    void openCatalogue(@TempDir Path shared) {
        catalogue = Catalogues.sqlite(shared);
    }

    @AfterAll
    void closeCatalogue() {
        catalogue.close();
    }

    @BeforeEach
    void open() {
        s3 = fixture(catalogue, folder);
        store = s3.open();
    }

    @AfterEach
    void close() {
        store.close();
        s3.close();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    final S3Fixture s3() {
        return s3;
    }

    private List<S3Version> versions(Digest digest) {
        return s3.bucket.versions(ObjectKey.of(digest));
    }

    private S3Version.Stored stored(Digest digest) {
        return s3.bucket
                .stored(ObjectKey.of(digest), versions(digest).getFirst().id())
                .orElseThrow();
    }

    @Test
    void theProbeFindsThatTheStoreEnforcesLocks() {
        assertThat(store.worm()).isEqualTo(new Worm.Enforced());
    }

    @Test
    void aSecondProbeRemovesWhatItMayOfTheFirst() {
        s3.open().close();

        assertThat(s3.bucket.list("probe/").toList())
                .hasSize(2)
                .allSatisfy(version -> assertThat(s3.bucket
                                .stored(version.key(), version.id())
                                .orElseThrow()
                                .locked(Instant.now()))
                        .isTrue());
    }

    @Test
    void anObjectLiesUnderItsHash() {
        Digest digest = ObjectStoreContract.put(store, ObjectStoreContract.bytes(100));

        assertThat(versions(digest))
                .extracting(S3Version::key)
                .containsExactly("sha256/" + digest.hex().substring(0, 2) + "/" + digest.hex());
    }

    @Test
    void theLockThatWasAskedForIsThereOnSmallAndLargeObjects() {
        try (S3ObjectStore locking = s3.open(S3Fixture.LONG, s3.versions)) {
            Instant before = Instant.now();
            for (int length : new int[] {1_000, 12 << 20}) {
                S3Version.Stored stored = stored(ObjectStoreContract.put(locking, ObjectStoreContract.bytes(length)));

                assertThat(stored.size()).isEqualTo(length);
                assertThat(stored.retained()).isNotNull().satisfies(retained -> {
                    assertThat(retained.mode()).isEqualTo(S3Lock.Mode.COMPLIANCE);
                    assertThat(retained.until()).isAfterOrEqualTo(before.plus(S3Fixture.LONG.period()));
                });
            }
        }
    }

    @Test
    void anUnlockedObjectIsLockedWhenItIsPutAgainUnderALock() {
        byte[] bytes = ObjectStoreContract.bytes(1_000);
        Digest digest = ObjectStoreContract.put(store, bytes);
        assertThat(stored(digest).retained()).isNull();

        try (S3ObjectStore locking = s3.open(S3Fixture.LONG, s3.versions)) {
            ObjectStoreContract.put(locking, bytes);
        }

        assertThat(stored(digest).retained()).isNotNull();
        assertThat(versions(digest)).hasSize(1);
    }

    @Test
    void aLockedObjectIsNotDestroyedUntilItsDateAndThenItIs() throws Exception {
        byte[] bytes = ObjectStoreContract.bytes(1_000);
        try (S3ObjectStore locking = s3.open(S3Fixture.SHORT, s3.versions)) {
            Digest digest = ObjectStoreContract.put(locking, bytes);

            assertThatExceptionOfType(StoreRefused.class)
                    .isThrownBy(() -> locking.destroy(digest))
                    .withMessageContaining("locked until");
            assertThat(ObjectStoreContract.read(locking, digest)).isEqualTo(bytes);

            Thread.sleep(S3Fixture.SHORT.period().plusMillis(1_500));
            locking.destroy(digest);
            assertThat(versions(digest)).isEmpty();
        }
    }

    @Test
    void aHeldObjectIsNotDestroyedUntilItIsReleased() {
        byte[] bytes = ObjectStoreContract.bytes(1_000);
        Digest digest = ObjectStoreContract.put(store, bytes);
        store.hold(digest);

        assertThatExceptionOfType(StoreRefused.class)
                .isThrownBy(() -> store.destroy(digest))
                .withMessageContaining("legal hold");
        assertThat(ObjectStoreContract.read(store, digest)).isEqualTo(bytes);

        store.release(digest);
        store.destroy(digest);
        assertThat(versions(digest)).isEmpty();
    }

    @Test
    void whatIsMissingCannotBeHeld() {
        assertThatExceptionOfType(ObjectMissing.class)
                .isThrownBy(() -> store.hold(Digest.of(ObjectStoreContract.bytes(5))));
    }

    @Test
    void destroyingRemovesSurplusVersionsAndMarkersToo() {
        byte[] bytes = ObjectStoreContract.bytes(1_000);
        Digest digest = ObjectStoreContract.put(store, bytes);
        s3.bucket.put(ObjectKey.of(digest), Spool.of(bytes), null, false);
        s3.bucket.put(ObjectKey.of(digest), Spool.of(new byte[3]), null, false);
        assertThat(versions(digest)).hasSize(3);

        store.destroy(digest);

        assertThat(versions(digest)).isEmpty();
        assertThat(s3.versions.find(digest)).isEmpty();
    }

    @Test
    void aSurplusVersionUnderALockKeepsTheWholeObject() {
        byte[] bytes = ObjectStoreContract.bytes(1_000);
        Digest digest = ObjectStoreContract.put(store, bytes);
        String surplus = s3.bucket.put(ObjectKey.of(digest), Spool.of(bytes), null, true);

        assertThatExceptionOfType(StoreRefused.class).isThrownBy(() -> store.destroy(digest));

        assertThat(versions(digest)).hasSize(2);
        s3.bucket.hold(ObjectKey.of(digest), surplus, false);
        store.destroy(digest);
        assertThat(versions(digest)).isEmpty();
    }

    @Test
    void aLaterVersionOfOtherBytesDoesNotReplaceTheObject() {
        byte[] bytes = ObjectStoreContract.bytes(1_000);
        Digest digest = ObjectStoreContract.put(store, bytes);

        s3.bucket.put(ObjectKey.of(digest), Spool.of(new byte[3]), null, false);

        assertThat(ObjectStoreContract.read(store, digest)).isEqualTo(bytes);
    }

    @Test
    void aCrashBeforeSettlingIsHealedByPuttingAgain() {
        byte[] bytes = ObjectStoreContract.bytes(1_000);
        Digest digest = Digest.of(bytes);
        crashBeforeSettling(bytes);
        assertThat(versions(digest)).hasSize(1);
        assertThat(s3.versions.unsettled()).containsExactly(digest);

        ObjectStoreContract.put(store, bytes);

        assertThat(versions(digest)).hasSize(1);
        assertThat(s3.versions.unsettled()).isEmpty();
        assertThat(ObjectStoreContract.read(store, digest)).isEqualTo(bytes);
    }

    @Test
    void aCrashBeforeSettlingIsHealedByOpeningTheStore() {
        byte[] bytes = ObjectStoreContract.bytes(1_000);
        Digest neverWritten = Digest.of(ObjectStoreContract.bytes(77));
        crashBeforeSettling(bytes);
        s3.versions.claim(neverWritten, 77);

        s3.open().close();

        assertThat(s3.versions.unsettled()).isEmpty();
        assertThat(s3.versions.find(Digest.of(bytes))).get().isInstanceOf(ObjectVersions.Claim.Settled.class);
        assertThat(s3.versions.find(neverWritten)).isEmpty();
    }

    @Test
    void aLostCatalogueIsFoundAgainByReading() {
        byte[] bytes = ObjectStoreContract.bytes(1_000);
        Digest digest = ObjectStoreContract.put(store, bytes);
        s3.bucket.put(ObjectKey.of(digest), Spool.of(new byte[1_000]), null, false);
        s3.versions.forget(digest);

        assertThat(store.contains(digest)).isTrue();
        assertThat(ObjectStoreContract.read(store, digest)).isEqualTo(bytes);
        assertThat(versions(digest)).hasSize(1);
    }

    @Test
    void aVersionThatSomebodyRemovedIsMissingAndCanBePutAgain() {
        byte[] bytes = ObjectStoreContract.bytes(1_000);
        Digest digest = ObjectStoreContract.put(store, bytes);
        s3.bucket.remove(ObjectKey.of(digest), versions(digest).getFirst().id());

        assertThat(store.contains(digest)).isFalse();
        assertThatExceptionOfType(ObjectMissing.class).isThrownBy(() -> store.open(digest));

        ObjectStoreContract.put(store, bytes);
        assertThat(ObjectStoreContract.read(store, digest)).isEqualTo(bytes);
    }

    @Test
    void sixteenRacingProcessesLeaveOneReadableVersion() throws Exception {
        byte[] bytes = ObjectStoreContract.bytes(1_000);
        Digest digest = Digest.of(bytes);
        List<S3ObjectStore> racers =
                IntStream.range(0, 16).mapToObj(n -> s3.open()).toList();
        try {
            ObjectStoreContract.atOnce(racers.stream()
                    .<Callable<Digest>>map(racer -> () -> ObjectStoreContract.put(racer, bytes))
                    .toList());

            assertThat(versions(digest)).hasSize(1);
            racers.forEach(
                    racer -> assertThat(ObjectStoreContract.read(racer, digest)).isEqualTo(bytes));
        } finally {
            racers.forEach(S3ObjectStore::close);
        }
    }

    private void crashBeforeSettling(byte[] bytes) {
        try (S3ObjectStore crashing = s3.open(null, new CrashingVersions(s3.versions))) {
            assertThatExceptionOfType(CrashingVersions.Crash.class)
                    .isThrownBy(() -> ObjectStoreContract.put(crashing, bytes));
        }
    }

    /** The catalogue of a process that dies between the write and the settling. */
    private record CrashingVersions(ObjectVersions versions) implements ObjectVersions {
        static final class Crash extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        @Override
        public Claim claim(Digest digest, long size) {
            return versions.claim(digest, size);
        }

        @Override
        public String settle(Digest digest, long size, String version) {
            throw new Crash();
        }

        @Override
        public Optional<Claim> find(Digest digest) {
            return versions.find(digest);
        }

        @Override
        public void reopen(Digest digest, String version) {
            versions.reopen(digest, version);
        }

        @Override
        public void forget(Digest digest) {
            versions.forget(digest);
        }

        @Override
        public List<Digest> unsettled() {
            return versions.unsettled();
        }
    }
}

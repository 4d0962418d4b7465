package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;
import org.muniment.archive.store.LyingProxy.Lie;

/** No lie of a store loses an object: a put that returns is true, and a store that does not lock is found out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LyingStoreContract {
    private static final byte[] BYTES = ObjectStoreContract.bytes(20_000);
    private static final Digest DIGEST = Digest.of(BYTES);

    private Catalogue catalogue;
    private LyingProxy proxy;
    private S3Fixture honest;
    private S3Fixture lying;

    abstract S3Fixture honest(Catalogue empty, Path spool);

    @BeforeAll
    void openCatalogue(@TempDir Path folder) {
        catalogue = Catalogues.sqlite(folder);
    }

    @AfterAll
    void closeCatalogue() {
        catalogue.close();
    }

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        honest = honest(catalogue, folder);
        proxy = new LyingProxy(honest.settings.endpoint(), honest.settings.accessKey(), honest.settings.secretKey());
        lying = honest.at(proxy.endpoint());
    }

    @AfterEach
    void stop() {
        lying.close();
        honest.close();
        proxy.close();
    }

    /** Opens the store while it is honest, then lets it lie. */
    private void whenLocking(Consumer<S3ObjectStore> work, Lie... lies) {
        try (S3ObjectStore store = lying.open(S3Fixture.LONG, lying.versions)) {
            proxy.tell(lies);
            work.accept(store);
        }
    }

    private void reportsAFailedPut(S3ObjectStore store) {
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> ObjectStoreContract.put(store, BYTES));
        assertThat(lying.versions.find(DIGEST)).contains(new ObjectVersions.Claim.Unsettled());
        proxy.tell();
        ObjectStoreContract.put(store, BYTES);
        assertThat(ObjectStoreContract.read(store, DIGEST)).isEqualTo(BYTES);
    }

    private Worm found(Lie... lies) {
        proxy.tell(lies);
        try (S3ObjectStore store = lying.open()) {
            return store.worm();
        }
    }

    @Test
    void anHonestStoreIsEnforcingThroughTheProxyToo() {
        assertThat(found()).isEqualTo(new Worm.Enforced());
    }

    @Test
    void aDroppedLockIsSetAgain() {
        whenLocking(
                store -> {
                    ObjectStoreContract.put(store, BYTES);
                    assertThat(honest.bucket.versions(ObjectKey.of(DIGEST)))
                            .singleElement()
                            .satisfies(version -> assertThat(honest.bucket
                                            .stored(version.key(), version.id())
                                            .orElseThrow()
                                            .retained())
                                    .isNotNull());
                },
                Lie.DROP_LOCK);
    }

    @Test
    void aLockThatCannotBeSetFailsThePut() {
        whenLocking(this::reportsAFailedPut, Lie.DROP_LOCK, Lie.SWALLOW_LOCK);
    }

    @Test
    void aWriteThatIsNotKeptFailsThePut() {
        whenLocking(this::reportsAFailedPut, Lie.STORE_NOTHING);
    }

    @Test
    void aWriteThatIsCutFailsThePut() {
        whenLocking(this::reportsAFailedPut, Lie.CUT_UPLOAD);
    }

    @Test
    void aBusyStoreFailsThePut() {
        whenLocking(this::reportsAFailedPut, Lie.BUSY);
    }

    @Test
    void aStoreThatIsBusyOnceIsAskedAgain() {
        whenLocking(
                store -> {
                    ObjectStoreContract.put(store, BYTES);
                    assertThat(ObjectStoreContract.read(store, DIGEST)).isEqualTo(BYTES);
                },
                Lie.BUSY_ONCE);
    }

    @Test
    void somethingThatIsNotS3FailsThePut() {
        whenLocking(this::reportsAFailedPut, Lie.BABBLE);
    }

    @Test
    void aHoldThatIsNotSetIsReported() {
        whenLocking(store -> {
            ObjectStoreContract.put(store, BYTES);
            proxy.tell(Lie.SWALLOW_LOCK);

            assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.hold(DIGEST));
        });
    }

    @Test
    void aReadThatBreaksOffIsTheFaultOfTheStore() {
        whenLocking(store -> {
            ObjectStoreContract.put(store, BYTES);
            proxy.tell(Lie.CUT_DOWNLOAD);

            assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> ObjectStoreContract.read(store, DIGEST));
        });
    }

    @Test
    void halfAnObjectIsCorrupt() {
        whenLocking(store -> {
            ObjectStoreContract.put(store, BYTES);
            proxy.tell(Lie.HALF_DOWNLOAD);

            assertThatExceptionOfType(ObjectCorrupt.class).isThrownBy(() -> ObjectStoreContract.read(store, DIGEST));
        });
    }

    @Test
    void aRemovalThatDidNotHappenIsReported() {
        try (S3ObjectStore store = lying.open()) {
            ObjectStoreContract.put(store, BYTES);
            proxy.tell(Lie.REMOVE_NOTHING);

            assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.destroy(DIGEST));

            proxy.tell();
            store.destroy(DIGEST);
            assertThat(honest.bucket.versions(ObjectKey.of(DIGEST))).isEmpty();
        }
    }

    @Test
    void theProbeFindsDroppedLocks() {
        assertThat(found(Lie.DROP_LOCK))
                .isInstanceOfSatisfying(
                        Worm.NotWorm.class,
                        worm -> assertThat(worm.reasons())
                                .contains(
                                        "it accepts a COMPLIANCE date and does not show it",
                                        "it lets one delete a version under a COMPLIANCE date",
                                        "it accepts a legal hold and does not show it",
                                        "it lets one delete a version under a legal hold"));
    }

    @Test
    void theProbeFindsAcceptedRemovals() {
        assertThat(found(Lie.REMOVE_NOTHING))
                .isInstanceOfSatisfying(
                        Worm.NotWorm.class,
                        worm -> assertThat(worm.reasons())
                                .contains(
                                        "it lets one delete it with bypass",
                                        "it lets one delete a version under a legal hold"));
    }

    @Test
    void theProbeFindsAcceptedShortening() {
        assertThat(found(Lie.SWALLOW_LOCK))
                .isInstanceOfSatisfying(
                        Worm.NotWorm.class,
                        worm -> assertThat(worm.reasons())
                                .containsExactly(
                                        "it lets one shorten a COMPLIANCE date",
                                        "it lets one weaken a COMPLIANCE date"));
    }

    @Test
    void aLockThatIsAskedForAndNotEnforcedRefusesToOpen() {
        proxy.tell(Lie.DROP_LOCK);

        assertThatExceptionOfType(StoreRefused.class)
                .isThrownBy(() -> lying.open(S3Fixture.LONG, lying.versions).close())
                .withMessageContaining("not WORM");
    }

    @Test
    void aStoreThatCannotBeReachedIsNeitherWormNorNot() {
        proxy.tell(Lie.BUSY);

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> lying.open().close());
    }
}

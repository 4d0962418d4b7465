package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;
import org.springframework.jdbc.core.JdbcTemplate;

/** Encrypted objects on a real S3 server, their keys in a catalogue. */
@EnabledIfEnvironmentVariable(named = "S3_ENDPOINT", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncryptedCephStoreTest implements ObjectStoreContract {
    @TempDir
    Path folder;

    private Catalogue catalogue;
    private MasterKeys masters;
    private S3Fixture s3;
    private EncryptedObjectStore store;

    @BeforeAll
    void openCatalogue(@TempDir Path shared) {
        catalogue = Catalogues.sqlite(shared);
        masters = MasterKeys.create(shared.resolve("master.key"));
    }

    @AfterAll
    void closeCatalogue() {
        catalogue.close();
    }

    @BeforeEach
    void open() {
        new JdbcTemplate(catalogue.writer()).update("delete from object_key");
        s3 = S3Fixture.fromEnvironment(catalogue, folder);
        store = encrypted(s3.open());
    }

    @AfterEach
    void close() {
        store.close();
        s3.close();
    }

    private EncryptedObjectStore encrypted(S3ObjectStore behind) {
        return new EncryptedObjectStore(
                behind,
                catalogue.writer(),
                catalogue.reader(),
                catalogue.transactions(),
                masters,
                folder.resolve("sealing"));
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    private List<S3Version> kept() {
        return s3.bucket.list("sha256/").toList();
    }

    @Test
    void theServerGetsNothingButNoiseUnderItsOwnHash() throws IOException {
        byte[] secret = "the pupil's name is known to nobody".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
        Digest digest = ObjectStoreContract.put(store, secret);
        store.sync();

        S3Version version = kept().getFirst();
        assertThat(kept()).hasSize(1);
        assertThat(version.key()).isNotEqualTo(ObjectKey.of(digest));
        try (InputStream in = s3.bucket.open(version.key(), version.id()).orElseThrow()) {
            byte[] bytes = in.readAllBytes();
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                    .startsWith("MUNOBJ1\n")
                    .doesNotContain("pupil");
            assertThat(version.key()).isEqualTo(ObjectKey.of(Digest.of(bytes)));
        }
        assertThat(ObjectStoreContract.read(store, digest)).isEqualTo(secret);
    }

    @Test
    void destroyingTakesTheKeyAndEveryVersion() {
        Digest digest = ObjectStoreContract.put(store, ObjectStoreContract.bytes(500));
        store.sync();

        store.destroy(digest);

        assertThat(kept()).isEmpty();
        assertThat(keys()).isZero();
    }

    /** Where the server may not delete, the object must not become unreadable either. */
    @Test
    void anObjectThatALockKeepsStaysReadable() {
        byte[] bytes = ObjectStoreContract.bytes(500);
        try (EncryptedObjectStore locking = encrypted(s3.open(S3Fixture.LONG, s3.versions))) {
            Digest digest = ObjectStoreContract.put(locking, bytes);
            locking.sync();

            assertThatExceptionOfType(StoreRefused.class).isThrownBy(() -> locking.destroy(digest));

            assertThat(keys()).isEqualTo(1);
            assertThat(ObjectStoreContract.read(locking, digest)).isEqualTo(bytes);
        }
    }

    private long keys() {
        return java.util.Objects.requireNonNull(
                new JdbcTemplate(catalogue.reader()).queryForObject("select count(*) from object_key", Long.class));
    }
}

package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;
import org.springframework.jdbc.core.JdbcTemplate;

/** Encrypted objects in files, their keys in a catalogue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncryptedFileStoreTest implements ObjectStoreContract, DamageContract {
    private Path folder = Path.of("");
    private int number;
    private Catalogue catalogue;
    private Path root;
    private EncryptedObjectStore store;

    @BeforeAll
    void openCatalogue(@TempDir Path temporary) {
        folder = temporary;
        catalogue = catalogue(folder);
    }

    Catalogue catalogue(Path where) {
        return Catalogues.sqlite(where);
    }

    @BeforeEach
    void open() {
        number++;
        new JdbcTemplate(catalogue.writer()).update("delete from object_key");
        root = folder.resolve("objects-" + number);
        store = open(MasterKeys.create(masterFile()));
    }

    private Path masterFile() {
        return folder.resolve("master-" + number + ".key");
    }

    private EncryptedObjectStore open(MasterKeys masters) {
        return new EncryptedObjectStore(
                new FileObjectStore(root),
                catalogue.writer(),
                catalogue.reader(),
                catalogue.transactions(),
                masters,
                folder.resolve("spool"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @AfterAll
    void closeCatalogue() {
        catalogue.close();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    private Path file(Digest digest) {
        store.sync();
        String stored = new JdbcTemplate(catalogue.reader())
                .queryForObject("select stored from object_key where object = ?", String.class, digest.hex());
        return root.resolve(ObjectKey.of(new Digest(String.valueOf(stored))));
    }

    @Override
    public void flip(Digest digest, int position) {
        DamageContract.flip(file(digest), position);
    }

    @Test
    void lengthsAroundASegmentAreReadBack() {
        for (int length : new int[] {65_535, 65_536, 65_537, 131_072, 131_073}) {
            byte[] bytes = ObjectStoreContract.bytes(length);
            assertThat(ObjectStoreContract.read(store, ObjectStoreContract.put(store, bytes)))
                    .isEqualTo(bytes);
        }
    }

    @Test
    void nothingOfTheContentIsOnTheDisk() throws IOException {
        String secret = "the pupil's name is known to nobody";
        Digest digest = ObjectStoreContract.put(store, secret.repeat(200_000).getBytes(StandardCharsets.US_ASCII));

        assertThat(new String(Files.readAllBytes(file(digest)), StandardCharsets.ISO_8859_1))
                .doesNotContain("pupil")
                .startsWith("MUNOBJ1\n");
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void whatIsStoredHashesToItsOwnName() throws IOException {
        Path file = file(ObjectStoreContract.put(store, ObjectStoreContract.bytes(70_000)));

        assertThat(Digest.ofFile(file).hex()).isEqualTo(file.getFileName().toString());
    }

    @Test
    void anObjectThatWasCutOffBetweenSegmentsIsFound() throws IOException {
        Digest digest = ObjectStoreContract.put(store, ObjectStoreContract.bytes(3 * ObjectCipher.SEGMENT));
        Path file = file(digest);
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        Files.write(
                file,
                java.util.Arrays.copyOf(whole, Decrypting.MARK.length + 2 * (ObjectCipher.SEGMENT + ObjectCipher.TAG)));

        assertThatExceptionOfType(ObjectCorrupt.class)
                .isThrownBy(() -> ObjectStoreContract.read(store, digest))
                .withMessageContaining(digest.hex());
    }

    @Test
    void aDamagedObjectIsHealedByTheNextPut() {
        byte[] bytes = ObjectStoreContract.bytes(5_000);
        Digest digest = ObjectStoreContract.put(store, bytes);
        flip(digest, 1_234);

        ObjectStoreContract.put(store, bytes);

        assertThat(ObjectStoreContract.read(store, digest)).isEqualTo(bytes);
    }

    @Test
    void destroyingAnObjectDestroysItsKey() {
        Digest digest = ObjectStoreContract.put(store, ObjectStoreContract.bytes(500));
        store.sync();

        store.destroy(digest);

        assertThat(new JdbcTemplate(catalogue.reader()).queryForObject("select count(*) from object_key", Long.class))
                .isZero();
    }

    @Test
    void keysOfATransactionThatWasRolledBackAreKeptByTheNextSync() {
        byte[] bytes = ObjectStoreContract.bytes(500);
        Digest digest = ObjectStoreContract.put(store, bytes);
        catalogue.transactions().executeWithoutResult(status -> {
            store.sync();
            status.setRollbackOnly();
        });
        store.sync();

        try (EncryptedObjectStore another = open(MasterKeys.read(masterFile()))) {
            assertThat(ObjectStoreContract.read(another, digest)).isEqualTo(bytes);
        }
    }

    @Test
    void aNewMasterKeyWrapsEveryKeyAnewAndTheObjectsStay() throws IOException {
        byte[] bytes = ObjectStoreContract.bytes(500);
        Digest digest = ObjectStoreContract.put(store, bytes);
        Path file = file(digest);
        Object before = Files.readAttributes(file, "unix:ino,ctime");
        MasterKeys old = MasterKeys.read(masterFile());
        MasterKeys next = old.next();
        next.write(masterFile());

        try (EncryptedObjectStore rotated = open(MasterKeys.read(masterFile()))) {
            assertThat(rotated.rewrap()).isEqualTo(1);
            assertThat(rotated.rewrap()).isZero();
            assertThat(rotated.counts()).containsOnlyKeys(next.current());
        }

        assertThat(Files.readAttributes(file, "unix:ino,ctime")).isEqualTo(before);
        try (EncryptedObjectStore after = open(next.onlyCurrent())) {
            assertThat(ObjectStoreContract.read(after, digest)).isEqualTo(bytes);
        }
        try (EncryptedObjectStore late = open(old)) {
            assertThatExceptionOfType(StoreRefused.class)
                    .isThrownBy(() -> late.open(digest))
                    .withMessageContaining(next.current());
        }
    }

    @Test
    void aChangedKeyIsRefusedAndNamed() {
        Digest digest = ObjectStoreContract.put(store, ObjectStoreContract.bytes(500));
        Digest other = ObjectStoreContract.put(store, ObjectStoreContract.bytes(501));
        store.sync();
        new JdbcTemplate(catalogue.writer())
                .update(
                        "update object_key set wrapped = (select wrapped from object_key where object = ?) where object = ?",
                        other.hex(),
                        digest.hex());

        assertThatExceptionOfType(StoreRefused.class)
                .isThrownBy(() -> store.open(digest))
                .withMessageContaining(digest.hex());
    }

    @Test
    void theMasterKeyIsReadableByItsOwnerOnlyAndNamedWhenItIsMissing() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(masterFile())))
                .isEqualTo("rw-------");
        assertThatExceptionOfType(StoreRefused.class)
                .isThrownBy(() -> MasterKeys.read(folder.resolve("nowhere.key")))
                .withMessageContaining("nowhere.key");
        Path none = Files.writeString(folder.resolve("none.key"), "hello\n");
        for (String text : List.of("hello\n", "", "# only words\n")) {
            Files.writeString(none, text);
            assertThatExceptionOfType(StoreRefused.class).isThrownBy(() -> MasterKeys.read(none));
        }
    }

    @Test
    void anObjectLargerThanWhatIsKeptInMemoryIsReadBack() throws IOException {
        long length = 40L << 20;
        Digest digest = store.put(new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int count) {
                int given = (int) Math.min(left, count);
                left -= given;
                java.util.Arrays.fill(buffer, offset, offset + given, (byte) 'x');
                return given == 0 && count > 0 ? -1 : given;
            }
        });
        assertThatCode(() -> {
                    try (InputStream in = store.open(digest)) {
                        assertThat(in.transferTo(java.io.OutputStream.nullOutputStream()))
                                .isEqualTo(length);
                    }
                })
                .doesNotThrowAnyException();
    }
}

package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileObjectStoreTest implements ObjectStoreContract, DamageContract {
    @TempDir
    Path root;

    private FileObjectStore store;

    @BeforeEach
    void open() {
        store = store(root);
    }

    FileObjectStore store(Path folder) {
        return new FileObjectStore(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public void flip(Digest digest, int position) {
        DamageContract.flip(file(digest), position);
    }

    private Path file(Digest digest) {
        return root.resolve("sha256").resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }

    @Test
    void anAuditorFindsTheObjectUnderItsHash() throws Exception {
        Digest digest = ObjectStoreContract.put(store, ObjectStoreContract.bytes(5_000));

        Process sha256sum = new ProcessBuilder("sha256sum", file(digest).toString()).start();

        assertThat(new String(sha256sum.getInputStream().readAllBytes())).startsWith(digest.hex() + " ");
        assertThat(sha256sum.waitFor()).isZero();
    }

    @Test
    void anObjectIsReadOnlyAndLeavesNoTemporaryFile() throws IOException {
        Digest digest = ObjectStoreContract.put(store, ObjectStoreContract.bytes(5_000));
        ObjectStoreContract.put(store, ObjectStoreContract.bytes(5_000));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(digest))))
                .isEqualTo("r--r--r--");
        assertThat(root.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void aTruncatedObjectIsHealedByTheNextPut() throws IOException {
        byte[] bytes = ObjectStoreContract.bytes(5_000);
        Digest digest = ObjectStoreContract.put(store, bytes);
        Files.delete(file(digest));
        Files.write(file(digest), new byte[17]);

        ObjectStoreContract.put(store, bytes);

        assertThat(ObjectStoreContract.read(store, digest)).isEqualTo(bytes);
    }

    @Test
    void anObjectDamagedInPlaceIsHealedByTheNextPut() {
        byte[] bytes = ObjectStoreContract.bytes(5_000);
        Digest digest = ObjectStoreContract.put(store, bytes);
        flip(digest, 1_234);

        ObjectStoreContract.put(store, bytes);

        assertThat(ObjectStoreContract.read(store, digest)).isEqualTo(bytes);
    }

    @Test
    void puttingAgainDoesNotRewriteTheFile() throws IOException {
        byte[] bytes = ObjectStoreContract.bytes(5_000);
        Digest digest = ObjectStoreContract.put(store, bytes);
        Object before = Files.readAttributes(file(digest), "unix:ino").get("ino");

        ObjectStoreContract.put(store, bytes);

        assertThat(Files.readAttributes(file(digest), "unix:ino").get("ino")).isEqualTo(before);
    }

    @Test
    void openingRemovesWhatAKilledProcessLeftAndNothingElse() throws Exception {
        Process killed = new ProcessBuilder("sleep", "60").start();
        String dead =
                killed.pid() + "-" + killed.info().startInstant().orElseThrow().toEpochMilli();
        killed.destroyForcibly().waitFor();
        ProcessHandle self = ProcessHandle.current();
        String running =
                self.pid() + "-" + self.info().startInstant().orElseThrow().toEpochMilli();
        Path leftover = Files.createFile(root.resolve("incoming/" + dead + "-1f-7.tmp"));
        Path reused = Files.createFile(root.resolve("incoming/" + self.pid() + "-1000-1f-7.tmp"));
        Path inUse = Files.createFile(root.resolve("incoming/" + running + "-1f-7.tmp"));
        Path foreign = Files.createFile(root.resolve("incoming/notes.txt"));

        new FileObjectStore(root).close();

        assertThat(leftover).doesNotExist();
        assertThat(reused).doesNotExist();
        assertThat(inUse).exists();
        assertThat(foreign).exists();
    }

    @Test
    void twoStoresOnOneFolderShareTheirObjects() {
        byte[] bytes = ObjectStoreContract.bytes(100);
        try (FileObjectStore other = new FileObjectStore(root)) {
            Digest digest = ObjectStoreContract.put(other, bytes);

            assertThat(ObjectStoreContract.read(store, digest)).isEqualTo(bytes);
            assertThat(ObjectStoreContract.put(store, bytes)).isEqualTo(digest);
        }
    }

    @Test
    void filesThatAreNotObjectsAreNotListed() throws IOException {
        Digest digest = ObjectStoreContract.put(store, ObjectStoreContract.bytes(100));
        Files.createFile(file(digest).resolveSibling("README"));
        Files.createFile(root.resolve("sha256/README"));
        Files.createDirectories(root.resolve("sha256/00x"));

        assertThat(ObjectStoreContract.list(store)).containsExactly(digest);
    }

    @Test
    void theListIsReadAsTheStreamAdvances() {
        for (int n = 0; n < 100; n++) {
            ObjectStoreContract.put(store, ObjectStoreContract.bytes(n + 1));
        }
        Digest last = ObjectStoreContract.list(store).getLast();
        try (Stream<Digest> digests = store.list()) {
            var iterator = digests.iterator();
            iterator.next();
            store.destroy(last);
            assertThat(iterator).toIterable().doesNotContain(last).isNotEmpty();
        }
    }

    @Test
    void tooManyBytesAreRefused() {
        try (FileObjectStore small = new FileObjectStore(root, 1_000, FileSystemSync::of)) {
            assertThatExceptionOfType(StoreRefused.class)
                    .isThrownBy(() -> ObjectStoreContract.put(small, ObjectStoreContract.bytes(1_001)));
            assertThat(ObjectStoreContract.list(small)).isEmpty();
            ObjectStoreContract.put(small, ObjectStoreContract.bytes(1_000));
        }
        assertThat(root.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeWrittenIsReportedAsUnavailable() throws IOException {
        Path file = Files.createFile(root.resolve("file"));

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> new FileObjectStore(file).close())
                .withMessageContaining(file.toString());
    }

    @Test
    void anOpenObjectMayBeDestroyed() throws IOException {
        byte[] bytes = ObjectStoreContract.bytes(100_000);
        Digest digest = ObjectStoreContract.put(store, bytes);
        try (InputStream in = store.open(digest)) {
            store.destroy(digest);
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(store.contains(digest)).isFalse();
    }

    @Test
    void filesDoNotClaimToBeWorm() {
        assertThat(store.worm()).isInstanceOf(Worm.NotWorm.class);
        assertThat(store.worm().toString()).startsWith("not WORM: ");
    }
}

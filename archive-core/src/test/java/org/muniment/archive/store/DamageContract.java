package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** What a store promises whose stored bytes a test can damage. */
interface DamageContract {
    ObjectStore store();

    /** Changes one stored byte behind the store's back. */
    void flip(Digest digest, int position);

    /** Changes one byte of a stored file, which is read-only. */
    static void flip(Path file, int position) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ByteBuffer one = ByteBuffer.allocate(1);
                channel.read(one, position);
                one.put(0, (byte) (one.get(0) ^ 1));
                channel.write(one.flip(), position);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    default void aFlippedByteIsFoundWhereverItIs() {
        for (int position : new int[] {0, 5_000, 99_999}) {
            Digest digest = ObjectStoreContract.put(store(), ObjectStoreContract.bytes(100_000 + position));
            flip(digest, position);

            assertThatExceptionOfType(ObjectCorrupt.class)
                    .isThrownBy(() -> ObjectStoreContract.read(store(), digest))
                    .withMessageContaining(digest.hex());
        }
    }

    @Test
    default void skippingDoesNotSkipTheProof() throws IOException {
        Digest digest = ObjectStoreContract.put(store(), ObjectStoreContract.bytes(100_000));
        flip(digest, 10);

        try (InputStream in = store().open(digest)) {
            // A store that proves its bytes piece by piece finds it while skipping.
            assertThatExceptionOfType(ObjectCorrupt.class).isThrownBy(() -> {
                assertThat(in.skip(99_000)).isEqualTo(99_000);
                in.readAllBytes();
            });
        }
    }

    @Test
    default void aReaderThatStopsAtTheKnownLengthGetsNoDamagedEnd() throws IOException {
        Digest digest = ObjectStoreContract.put(store(), ObjectStoreContract.bytes(1_000));
        flip(digest, 10);

        try (InputStream in = store().open(digest)) {
            assertThatExceptionOfType(ObjectCorrupt.class).isThrownBy(() -> in.readNBytes(1_000));
        }
    }
}

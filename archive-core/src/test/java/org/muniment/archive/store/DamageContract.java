package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** What a store promises whose stored bytes a test can damage. */
interface DamageContract {
    ObjectStore store();

    /** Changes one stored byte behind the store's back. */
    void flip(Digest digest, int position);

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

package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProvingInputStreamTest {
    private static final byte[] CONTENT = ObjectStoreContract.bytes(20_000);

    private static InputStream proving(byte[] actual, long length) {
        return new ProvingInputStream(new ByteArrayInputStream(actual), Digest.of(CONTENT), length, "here");
    }

    @Test
    void singleBytesAreProvedToo() throws IOException {
        try (InputStream in = proving(CONTENT, CONTENT.length)) {
            for (byte expected : CONTENT) {
                assertThat(in.read()).isEqualTo(expected & 0xff);
            }
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void bytesAfterTheKnownLengthAreDamage() throws IOException {
        byte[] longer = Arrays.copyOf(CONTENT, CONTENT.length + 9_000);

        try (InputStream in = proving(longer, CONTENT.length)) {
            assertThatExceptionOfType(ObjectCorrupt.class)
                    .isThrownBy(in::readAllBytes)
                    .withMessageContaining(Digest.of(longer).hex());
        }
    }

    @Test
    void aMissingEndIsDamage() throws IOException {
        byte[] shorter = Arrays.copyOf(CONTENT, CONTENT.length - 1);

        try (InputStream in = proving(shorter, CONTENT.length)) {
            assertThatExceptionOfType(ObjectCorrupt.class).isThrownBy(in::readAllBytes);
            assertThatExceptionOfType(ObjectCorrupt.class).isThrownBy(in::read);
        }
    }

    @Test
    void aFaultOfTheStoreIsNotAFaultOfTheContent() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };

        try (InputStream in = new ProvingInputStream(broken, Digest.of(CONTENT), CONTENT.length, "here")) {
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(in::read)
                    .withStackTraceContaining("the disk is gone");
        }
    }

    @Test
    void skippingPastTheEndStopsThere() throws IOException {
        try (InputStream in = proving(CONTENT, CONTENT.length)) {
            assertThat(in.skip(Long.MAX_VALUE)).isEqualTo(CONTENT.length);
            assertThat(in.skip(0)).isZero();
            assertThat(in.read()).isEqualTo(-1);
        }
    }
}

package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolWriterTest {
    @TempDir
    Path folder;

    @Test
    void largeBytesLieInAFileUntilTheSpoolIsClosed() throws IOException {
        byte[] bytes = ObjectStoreContract.bytes(Spool.MEMORY_LIMIT + 1);
        try (SpoolWriter writer = new SpoolWriter(folder)) {
            writer.write(bytes, 0, 1000);
            writer.write(bytes, 1000, bytes.length - 1000);
            try (Spool spool = writer.finish();
                    InputStream in = spool.open()) {
                assertThat(folder).isNotEmptyDirectory();
                assertThat(spool.size()).isEqualTo(bytes.length);
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anAbandonedSpoolLeavesNoFile() throws IOException {
        try (SpoolWriter writer = new SpoolWriter(folder)) {
            writer.write(ObjectStoreContract.bytes(Spool.MEMORY_LIMIT + 1));
            assertThat(folder).isNotEmptyDirectory();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void smallBytesStayInMemory() throws IOException {
        try (SpoolWriter writer = new SpoolWriter(folder)) {
            writer.write(7);
            try (Spool spool = writer.finish()) {
                assertThat(spool).isInstanceOf(Spool.InMemory.class);
                assertThat(spool.size()).isEqualTo(1);
            }
        }
        assertThat(folder).isEmptyDirectory();
    }
}

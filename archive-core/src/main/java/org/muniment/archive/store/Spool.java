package org.muniment.archive.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes on their way into the archive that can be read as often as needed: in memory while small, in a temporary file
 * when large, so that memory does not grow with a message. Closing deletes the temporary file.
 */
public sealed interface Spool extends AutoCloseable {
    /** Above this many bytes a {@link SpoolWriter} moves from memory to a file. */
    int MEMORY_LIMIT = 4 << 20;

    long size();

    /** A new stream from the first byte. Safe for many threads. */
    InputStream open();

    @Override
    void close();

    static Spool of(byte[] bytes) {
        return new InMemory(bytes);
    }

    /** Takes over the file: closing the spool deletes it. */
    static Spool ofTemporary(Path file) {
        return new InFile(file);
    }

    /** Small bytes. */
    record InMemory(byte[] bytes) implements Spool {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void close() {
            // nothing to release
        }
    }

    /** Large bytes, in a temporary file. */
    record InFile(Path file) implements Spool {
        @Override
        public long size() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public InputStream open() {
            try {
                return Files.newInputStream(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

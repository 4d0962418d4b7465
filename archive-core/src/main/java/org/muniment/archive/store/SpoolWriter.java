package org.muniment.archive.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Collects bytes into a {@link Spool}: in memory first, in a file of the given folder once they grow large. */
public final class SpoolWriter extends OutputStream {
    private final Path folder;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream(8192);
    private @Nullable OutputStream disk;
    private @Nullable Path file;
    private long size;

    public SpoolWriter(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (disk == null && size + length > Spool.MEMORY_LIMIT) {
            moveToDisk();
        }
        (disk == null ? memory : disk).write(bytes, offset, length);
        size += length;
    }

    public long size() {
        return size;
    }

    /** Ends the writing and gives what was collected. Call once. */
    public Spool finish() throws IOException {
        if (disk == null || file == null) {
            return Spool.of(memory.toByteArray());
        }
        disk.close();
        Path written = file;
        file = null;
        return Spool.ofTemporary(written);
    }

    private void moveToDisk() throws IOException {
        Files.createDirectories(folder);
        file = Files.createTempFile(folder, "spool", ".tmp");
        disk = Files.newOutputStream(file);
        memory.writeTo(disk);
        memory = new ByteArrayOutputStream(0);
    }

    /** Closing without {@link #finish()} abandons what was written and deletes the file. */
    @Override
    public void close() throws IOException {
        if (disk != null) {
            disk.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}

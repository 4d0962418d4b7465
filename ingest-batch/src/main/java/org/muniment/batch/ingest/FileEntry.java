package org.muniment.batch.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;

/**
 * A file in a source, on its way to whoever can read it.
 *
 * @param file where it is
 * @param path its path within the source, {@code /} between levels
 * @param spool folder for large messages
 */
public record FileEntry(Path file, String path, Path spool) {
    /** The path of the folder it is in, within the source; empty at the top. */
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Its bytes, to be closed by whoever takes them. */
    public Spool bytes() throws IOException {
        if (Files.size(file) <= Spool.MEMORY_LIMIT) {
            return Spool.of(Files.readAllBytes(file));
        }
        try (InputStream in = Files.newInputStream(file);
                SpoolWriter copy = new SpoolWriter(spool)) {
            in.transferTo(copy);
            return copy.finish();
        }
    }

    /** Says that the file cannot be read, and that reading goes on behind it. */
    public Rejected rejected(String reason) {
        return new Rejected(path, reason, Position.done(path));
    }
}

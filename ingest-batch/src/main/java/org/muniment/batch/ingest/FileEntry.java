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
 * @param path its path within the source, {@code /} between levels; in an archive file what leads to that, {@code !/} and
 *     the path in it
 * @param key its path in positions: in the order in which files are read
 * @param spool folder for large messages
 * @param temporary whether the file goes when it has been read
 */
public record FileEntry(Path file, String path, String key, Path spool, boolean temporary) {
    /** A file that lies in a folder. */
    public FileEntry(Path file, String path, Path spool) {
        this(file, path, path, spool, false);
    }

    /** The path of the folder it is in, within the source, without names of archive files; empty at the top. */
    public String folder() {
        String plain = path.replaceAll("[^/]*!/", "");
        int slash = plain.lastIndexOf('/');
        return slash < 0 ? "" : plain.substring(0, slash);
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Where to read on behind it. */
    public Position done() {
        return Position.done(key);
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
        return new Rejected(path, reason, done());
    }
}

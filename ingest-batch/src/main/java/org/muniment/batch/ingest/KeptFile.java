package org.muniment.batch.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.muniment.archive.store.Digest;

/** Hands over a file as a container. */
public final class KeptFile {
    private KeptFile() {}

    /**
     * The file as a container; of a temporary one another name, so that it is there until it is stored.
     *
     * @param position where to read on
     */
    public static RawContainer of(FileEntry file, Digest digest, String format, Position position) throws IOException {
        if (!file.temporary()) {
            return new RawContainer(file.path(), digest, format, file.file(), false, position);
        }
        Path other = Files.createTempFile(file.spool(), "spool", ".tmp");
        Files.delete(other);
        try {
            Files.createLink(other, file.file());
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.copy(file.file(), other);
        }
        return new RawContainer(file.path(), digest, format, other, true, position);
    }
}

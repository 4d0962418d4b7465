package org.muniment.batch.ingest;

import java.nio.file.Path;

/**
 * A file, or a folder with all that is in it.
 *
 * @param path made absolute
 * @param read how its files are read
 */
public record FileSource(Path path, SourceType read) implements LocalSource {
    public FileSource {
        path = path.toAbsolutePath().normalize();
    }

    @Override
    public String type() {
        return read.name();
    }

    @Override
    public ItemSource items(Path spool) {
        return new SourceTree(path, read, spool);
    }
}

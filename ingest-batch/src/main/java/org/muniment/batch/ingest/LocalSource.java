package org.muniment.batch.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;

/** A source that is a file, or a folder with all that is in it, and is named by its path. */
public interface LocalSource extends Source {
    /** Absolute and normalized, so that a run knows it again. */
    Path path();

    /** Reads what is there, and something is.
     *
     * @param spool folder for what does not fit into memory
     */
    ItemSource items(Path spool);

    @Override
    default String name() {
        return path().toString();
    }

    @Override
    default ItemSource open(Path spool) {
        if (!Files.exists(path())) {
            throw new UncheckedIOException(new NoSuchFileException(path().toString()));
        }
        return items(spool);
    }

    @Override
    default long bytes() {
        AtomicLong sum = new AtomicLong();
        try {
            Files.walkFileTree(path(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum.addAndGet(attributes.size());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            return -1;
        }
        return sum.get();
    }
}

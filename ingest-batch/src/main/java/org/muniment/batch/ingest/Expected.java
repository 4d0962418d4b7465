package org.muniment.batch.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;

/** Adds up how large a source is, beside the run, so that its watchers can guess the time left. */
final class Expected {
    private final AtomicLong bytes = new AtomicLong(-1);

    Expected(Path source) {
        Thread.startVirtualThread(() -> bytes.set(sum(source)));
    }

    /** Bytes of all files; -1 while unknown. */
    long bytes() {
        return bytes.get();
    }

    private static long sum(Path source) {
        AtomicLong sum = new AtomicLong();
        try {
            Files.walkFileTree(source, new SimpleFileVisitor<>() {
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

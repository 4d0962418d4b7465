package org.muniment.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A folder for what a benchmark writes. In a folder that was asked for it stays; otherwise it is temporary. File systems are
 * slow for minutes after much was deleted: whoever measures more than once keeps what was written.
 *
 * @param folder an empty one
 * @param kept whether it stays
 */
public record Scratch(Path folder, boolean kept) implements AutoCloseable {
    /** Makes a new folder in the one that was asked for, or in the system's for temporary files. */
    public static Scratch in(@Nullable Path asked) {
        try {
            Path parent =
                    asked == null ? Path.of(System.getProperty("java.io.tmpdir")) : Files.createDirectories(asked);
            return new Scratch(Files.createTempDirectory(parent, "muniment-bench"), asked != null);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write scratch files", e);
        }
    }

    @Override
    public void close() {
        if (!kept) {
            IngestBench.delete(folder);
        }
    }
}

package org.muniment.api;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options every command has. */
final class ArchiveOptions {
    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "The archive's folder (default: $MUNIMENT_HOME, else ./muniment-data).")
    private @Nullable Path archive;

    @Option(names = "--json", description = "Machine-readable output on standard output.")
    private boolean json;

    Path folder() {
        if (archive != null) {
            return archive.toAbsolutePath().normalize();
        }
        String home = System.getenv("MUNIMENT_HOME");
        return Path.of(home == null || home.isBlank() ? "muniment-data" : home)
                .toAbsolutePath()
                .normalize();
    }

    boolean json() {
        return json;
    }
}

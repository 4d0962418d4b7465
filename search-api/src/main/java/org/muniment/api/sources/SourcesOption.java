package org.muniment.api.sources;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ArchiveOptions;
import org.muniment.archive.Archive;
import org.muniment.batch.ingest.sources.SourcesFile;
import picocli.CommandLine.Option;

/** Which file sets the sources up: a mixin. */
public final class SourcesOption {
    @Option(
            names = "--sources",
            paramLabel = "FILE",
            description = "The file that sets the sources up (default: sources.yaml in the archive's folder).")
    private @Nullable Path sources;

    /** The file, with the secrets of this process's environment. */
    public SourcesFile file(ArchiveOptions options, Archive archive) {
        Path file = sources == null ? options.folder().resolve(SourcesFile.NAME) : sources;
        return new SourcesFile(file, SourceKinds.of(archive), System.getenv());
    }
}

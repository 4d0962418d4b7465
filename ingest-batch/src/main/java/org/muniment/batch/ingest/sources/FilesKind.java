package org.muniment.batch.ingest.sources;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muniment.batch.ingest.FileSource;
import org.muniment.batch.ingest.SourceType;

/** {@code type: files}: a file, or a folder of messages, as {@code muniment ingest} takes them. */
public final class FilesKind implements SourceKind {
    private final Path archive;

    /** @param archive the archive's own folder, which is never taken in */
    public FilesKind(Path archive) {
        this.archive = archive.toAbsolutePath().normalize();
    }

    @Override
    public String type() {
        return "files";
    }

    @Override
    public List<Account> accounts(SourceSettings settings) throws SettingsProblem {
        Path path = settings.path("path");
        if (archive.startsWith(path)) {
            throw settings.problem(
                    "path",
                    "The archive's own folder, " + archive + ", lies within " + path,
                    "Name the folder that holds the messages only");
        }
        SourceType read = settings.choice("read", SourceType.class, SourceType.AUTO);
        return List.of(new Account(new FileSource(path, read), settings.custody(), () -> check(path)));
    }

    /** Whether a file or folder is there and can be read. */
    public static Optional<String> check(Path path) {
        if (!Files.exists(path)) {
            return Optional.of(
                    "There is nothing at " + path + ". Correct the path, or see that its disk is connected.");
        }
        return Files.isReadable(path)
                ? Optional.empty()
                : Optional.of(path + " may not be read. Let the user that runs this program read it.");
    }
}

package org.muniment.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment status}: what is in the archive and how it is kept. */
@Command(
        name = "status",
        description = {
            "Shows what is in the archive and how it is kept.",
            "Counts by custodian and kind, size on disk, whether the index is up to date, the last ingests."
        },
        footer = {"", "Example:", "  muniment status", "  muniment status --json"})
final class StatusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            ShownStatus status = ShownStatus.of(archive);
            options.answer(terminal, status, () -> status.print(terminal));
        }
        return ExitCode.DONE;
    }

    static long sizeOnDisk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(StatusCommand::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't look into " + folder, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException goneMeanwhile) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't look at " + file, e);
        }
    }
}

package org.muniment.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.request.RequestLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment request log}: all requests as a table for a spreadsheet. */
@Command(
        name = "log",
        description = {
            "Writes the log of all requests as comma-separated values: when each came, by when it was due, what was answered "
                    + "and when.",
            "It has the requesters' names and words: they are public records themselves, and private ones at times."
        },
        footer = {"", "Example:", "  muniment request log --out requests-2026.csv"})
final class RequestLogCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to (default: standard output).")
    private @Nullable Path out;

    RequestLogCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Written(String file, int requests) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            if (out == null) {
                ByteArrayOutputStream log = new ByteArrayOutputStream();
                write(archive, log);
                terminal.say(
                        "%s",
                        log.toString(StandardCharsets.UTF_8)
                                .replace("\ufeff", "")
                                .stripTrailing());
                return ExitCode.DONE;
            }
            Path file = out.toAbsolutePath();
            try (OutputStream stream = Files.newOutputStream(file)) {
                write(archive, stream);
            } catch (IOException e) {
                throw new UncheckedIOException("The log can't be written: " + file, e);
            }
            Written written =
                    new Written(file.toString(), archive.requests().list().size());
            options.answer(
                    terminal, written, () -> terminal.say("%d requests written to %s", written.requests(), file));
        }
        return ExitCode.DONE;
    }

    private static void write(Archive archive, OutputStream stream) {
        try {
            RequestLog.write(archive.requests().list(), archive.requestSteps().all(), stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

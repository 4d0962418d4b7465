package org.muniment.batch.produce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.muniment.batch.InstalledProgram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Text documents and slides as PDF, by LibreOffice where it is installed: a program of its own, with a profile of its own,
 * ended when it takes too long. Whatever goes wrong costs that file its pages only. Safe for many threads, one at a time.
 */
final class OfficeFiles {
    private static final Logger LOG = LoggerFactory.getLogger(OfficeFiles.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LARGEST = 200L << 20;

    private final @Nullable Path program;
    private final Path folder;
    private final Duration patience;
    private final AtomicInteger number = new AtomicInteger();
    private int profile;

    private OfficeFiles(@Nullable Path program, Path folder, Duration patience) {
        this.program = program;
        this.folder = folder;
        this.patience = patience;
    }

    /**
     * Looks for the program.
     *
     * @param path folders to look in, as in the environment's {@code PATH}
     * @param folder for its files; removed by whoever made it
     */
    static OfficeFiles find(String path, Path folder) {
        return find(path, folder, PATIENCE);
    }

    static OfficeFiles find(String path, Path folder, Duration patience) {
        return new OfficeFiles(
                InstalledProgram.find(path, "soffice", "libreoffice").orElse(null), folder, patience);
    }

    /** Whether it is installed. */
    boolean isInstalled() {
        return program != null;
    }

    /** Why a file has no pages. */
    String why(String gap) {
        if (!gap.isEmpty()) {
            return Character.toUpperCase(gap.charAt(0)) + gap.substring(1);
        }
        return isInstalled()
                ? "The program for such files could not render it"
                : "No program that renders such files is installed on the archive's computer";
    }

    /** Renders a file; empty when that can't be done. */
    synchronized Optional<Path> render(Path file, String name) {
        if (program == null) {
            return Optional.empty();
        }
        try {
            return Files.size(file) > LARGEST ? Optional.empty() : convert(program, file, name);
        } catch (IOException e) {
            LOG.warn("An office file could not be rendered: {}", e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Path> convert(Path office, Path file, String name) throws IOException, InterruptedException {
        Path work = Files.createDirectories(folder.resolve("office-" + number.incrementAndGet()));
        Path input = Files.copy(file, work.resolve("document" + extension(name)));
        Process process = new ProcessBuilder(
                        office.toString(),
                        "-env:UserInstallation="
                                + folder.resolve("office-profile-" + profile).toUri(),
                        "--headless",
                        "--norestore",
                        "--nolockcheck",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        work.toString(),
                        input.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended;
        try {
            ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
        } finally {
            end(process);
        }
        Path pdf = work.resolve("document.pdf");
        if (ended && process.exitValue() == 0 && Files.isRegularFile(pdf)) {
            return Optional.of(pdf);
        }
        // What was ended in the middle may have left a profile that the next call would trip over.
        profile++;
        return Optional.empty();
    }

    /** Ends it with all that it started: the program is a script, which starts another, which starts the one that works. */
    private static void end(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot);
        return extension.matches("\\.[A-Za-z0-9]{1,8}") ? extension : ".doc";
    }
}

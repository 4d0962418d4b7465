package org.muniment.api.web;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Job.State;

/** The jobs as files, one each, so that they outlast the server. For one thread at a time. */
final class JobFiles {
    private static final Logger LOG = Logger.getLogger(JobFiles.class.getName());
    private static final String END = ".properties";

    private final Path folder;

    /** @param folder need not be there */
    JobFiles(Path folder) {
        this.folder = folder;
    }

    /** Those that are there. One that runs was broken off. */
    List<Job> read() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(END))
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The jobs in " + folder + " can't be read", e);
        }
    }

    /** A file that is none of a job is left alone. */
    private static Optional<Job> read(Path file) {
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            kept.load(in);
            return Optional.of(job(kept));
        } catch (IOException | RuntimeException wrong) {
            LOG.log(Level.WARNING, "The job in " + file + " can't be read", wrong);
            return Optional.empty();
        }
    }

    private static Job job(Properties kept) {
        String kind = kept.getProperty("kind");
        String next = kept.getProperty("goneOnAs");
        return new Job(
                JobId.parse(kept.getProperty("id", "")),
                kept.getProperty("name", ""),
                kept.getProperty("by", ""),
                kept.getProperty("user", ""),
                Instant.parse(kept.getProperty("began", "")),
                Long.parseLong(kept.getProperty("done", "0")),
                Long.parseLong(kept.getProperty("total", "0")),
                state(kept),
                kept.getProperty("then", "/"),
                kind == null ? null : new Job.Order(kind, asked(kept.getProperty("asked", ""))),
                next == null ? null : JobId.parse(next));
    }

    private static List<String> asked(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1));
    }

    private static State state(Properties kept) {
        String words = kept.getProperty("words", "");
        return switch (kept.getProperty("state", "")) {
            case "done" -> new State.Done(Instant.parse(kept.getProperty("ended", "")), words);
            case "failed" -> new State.Failed(Instant.parse(kept.getProperty("ended", "")), words);
            default -> new State.Running();
        };
    }

    /** Whole or not at all. */
    void write(Job job) {
        Path file = file(job.id());
        Path part = file.resolveSibling(job.id() + ".part");
        try {
            Files.createDirectories(folder);
            try (Writer out = Files.newBufferedWriter(part)) {
                properties(job).store(out, "A job that a page or a program began");
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The job can't be written to " + file, e);
        }
    }

    private static Properties properties(Job job) {
        Properties kept = new Properties();
        kept.setProperty("id", job.id().toString());
        kept.setProperty("name", job.name());
        kept.setProperty("by", job.by());
        kept.setProperty("user", job.user());
        kept.setProperty("began", job.began().toString());
        kept.setProperty("done", Long.toString(job.done()));
        kept.setProperty("total", Long.toString(job.total()));
        kept.setProperty("then", job.then());
        switch (job.state()) {
            case State.Running running -> kept.setProperty("state", "running");
            case State.Done done -> end(kept, "done", done.at(), done.words());
            case State.Failed failed -> end(kept, "failed", failed.at(), failed.words());
        }
        Job.Order order = job.order();
        if (order != null) {
            kept.setProperty("kind", order.kind());
            kept.setProperty("asked", String.join("\n", order.asked()));
        }
        @Nullable JobId next = job.goneOnAs();
        if (next != null) {
            kept.setProperty("goneOnAs", next.toString());
        }
        return kept;
    }

    private static void end(Properties kept, String state, Instant at, String words) {
        kept.setProperty("state", state);
        kept.setProperty("ended", at.toString());
        kept.setProperty("words", words);
    }

    void forget(JobId id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException("The job in " + file(id) + " can't be removed", e);
        }
    }

    private Path file(JobId id) {
        return folder.resolve(id + END);
    }
}

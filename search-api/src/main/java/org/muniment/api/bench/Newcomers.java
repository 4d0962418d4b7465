package org.muniment.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Mail that is taken in, one ingest after another, each in a process of its own. For one thread, which starts it. */
final class Newcomers implements AutoCloseable {
    private final LoadDistrict district;
    private final Path log;
    private final int cores;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    /** @param log what the processes say */
    Newcomers(LoadDistrict district, Path log, int cores) {
        this.district = district;
        this.log = log;
        this.cores = cores;
    }

    /** Takes in portions until a time of {@link System#nanoTime()}; the last one is interrupted then, and what it took stays. */
    CompletableFuture<Void> start(int portion, long untilNanos) {
        return CompletableFuture.runAsync(
                () -> {
                    while (portion > 0 && System.nanoTime() - untilNanos < 0) {
                        takeIn(portion, untilNanos);
                    }
                },
                thread);
    }

    private void takeIn(int portion, long untilNanos) {
        Path file = district.more(portion);
        try (Program ingest = Program.start(cores, log, district.taking(file))) {
            ingest.awaitUntil(untilNanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}

package org.muniment.batch.ingest.outlook;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.archive.item.text.JavaCommand;

/** One child process that reads a data file from a place on; killed when it says nothing for too long. */
final class PstReading implements AutoCloseable {
    private static final int OUT_OF_MEMORY_EXIT = 3;

    private final Path folder;
    private final Path spool;
    private final Duration patience;
    private final Process process;
    private final DataInputStream frames;
    private volatile boolean tooSlow;

    private PstReading(Path folder, Path spool, Duration patience, Process process) {
        this.folder = folder;
        this.spool = spool;
        this.patience = patience;
        this.process = process;
        this.frames = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /**
     * Starts one.
     *
     * @param after everything up to this ordinal is left out
     * @param deadly ordinals at which an earlier process died
     */
    static PstReading start(Path file, Path spool, long after, Set<Long> deadly, PstLimits limits) throws IOException {
        Path folder = Files.createTempDirectory("muniment-pst");
        List<String> arguments = new ArrayList<>(List.of(file.toString(), String.valueOf(after)));
        arguments.add(deadly.stream().map(String::valueOf).collect(Collectors.joining(",")));
        Process process = new ProcessBuilder(JavaCommand.of(PstProcess.class, limits.megabytes(), folder, arguments))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new PstReading(folder, spool, limits.patience(), process);
    }

    /** The next frame. A process that ends in between is an {@link IOException}. */
    PstFrame next() throws IOException {
        CountDownLatch said = killAfter();
        try {
            return PstFrame.read(frames, spool);
        } finally {
            said.countDown();
        }
    }

    private CountDownLatch killAfter() {
        CountDownLatch said = new CountDownLatch(1);
        Thread.startVirtualThread(() -> {
            try {
                if (!said.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    tooSlow = true;
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return said;
    }

    /** Why it ended, in words. */
    String why() {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (tooSlow) {
            return "reading it took longer than " + patience.toSeconds() + " s";
        }
        boolean memory = !process.isAlive() && process.exitValue() == OUT_OF_MEMORY_EXIT;
        return memory ? "reading it needs more memory than a reader may have" : "damaged: the reader crashed on it";
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}

package org.muniment.archive.item.text;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of office files, PDF and the like in child processes, so that a file that hangs, crashes or exhausts
 * its reader costs that file only. A worker is started when the first file needs one and serves many. Safe for many
 * threads; closing ends the workers.
 */
public final class TextExtraction implements AutoCloseable {
    private static final int LARGEST = 128 << 20;
    /** Characters, in one or two bytes each. */
    private static final int RECENT = 4_000_000;

    private final ExtractionLimits limits;
    private final Semaphore slots;
    private final Deque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
    private final RecentExtracts recent = new RecentExtracts(RECENT, Ticker.systemTicker());
    private @Nullable Path scratch;
    private boolean closed;

    public TextExtraction(ExtractionLimits limits) {
        this.limits = limits;
        this.slots = new Semaphore(limits.workers());
    }

    /**
     * Reads one file.
     *
     * @param name its file name, a hint; may be empty
     * @param type its declared media type, a hint
     * @param content read to its end, not closed
     * @param size bytes in {@code content}
     * @throws IOException if {@code content} cannot be read
     * @throws IllegalStateException if no worker process can be started at all
     */
    public Extract read(String name, String type, InputStream content, long size) throws IOException {
        if (size > LARGEST) {
            return new Extract(type, "", "larger than " + (LARGEST >> 20) + " MB");
        }
        byte[] bytes = content.readNBytes((int) size);
        return recent.of(name, type, bytes, () -> withWorker(worker -> worker.read(name, type, bytes)));
    }

    /**
     * Reads one message file of Outlook ({@code .msg}) as a MIME message.
     *
     * @param content read to its end, not closed
     * @param size bytes in {@code content}
     * @param folder for the message, when it does not fit into memory
     * @throws IOException if {@code content} cannot be read
     * @throws IllegalStateException if no worker process can be started at all
     */
    public MessageExtract message(InputStream content, long size, Path folder) throws IOException {
        if (size > LARGEST) {
            return new MessageExtract(Optional.empty(), "larger than " + (LARGEST >> 20) + " MB");
        }
        byte[] bytes = content.readNBytes((int) size);
        return withWorker(worker -> worker.message(bytes, folder));
    }

    private <T> T withWorker(Function<WorkerProcess, T> work) throws IOException {
        slots.acquireUninterruptibly();
        try {
            WorkerProcess worker = take();
            T result = work.apply(worker);
            giveBack(worker);
            return result;
        } finally {
            slots.release();
        }
    }

    private WorkerProcess take() throws IOException {
        WorkerProcess worker = idle.poll();
        while (worker != null && !worker.isAlive()) {
            worker.close();
            worker = idle.poll();
        }
        return worker != null ? worker : WorkerProcess.start(limits, folder());
    }

    private synchronized void giveBack(WorkerProcess worker) {
        if (closed || !worker.isAlive()) {
            worker.close();
        } else {
            idle.push(worker);
        }
    }

    /** Where workers put their temporary files; gone when the extraction is closed. */
    private synchronized Path folder() throws IOException {
        if (closed) {
            throw new IllegalStateException("The text extraction is closed");
        }
        Path folder = scratch != null ? scratch : Files.createTempDirectory("muniment-readers");
        scratch = folder;
        return folder;
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (WorkerProcess worker = idle.poll(); worker != null; worker = idle.poll()) {
            worker.close();
        }
        if (scratch != null) {
            delete(scratch);
            scratch = null;
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}

package org.muniment.archive.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What was changed in a folder and may not have reached the disk. It is synced together: with one call for the whole file
 * system where the platform has one, else file by file, many at a time, and then the folders they are in. Safe for many
 * threads.
 */
public final class Unsynced implements AutoCloseable {
    private static final int TOGETHER = 64;

    private final Optional<FileSystemSync> whole;
    private final Queue<Path> changed = new ConcurrentLinkedQueue<>();

    Unsynced(Optional<FileSystemSync> whole) {
        this.whole = whole;
    }

    /** For a folder, with what its platform has. */
    public static Unsynced in(Path folder) {
        return new Unsynced(FileSystemSync.of(folder));
    }

    /** Notes a file that was written, or removed. */
    public void add(Path file) {
        if (whole.isEmpty()) {
            changed.add(file);
        }
    }

    /** When this returns, every change noted before the call is on disk. */
    public synchronized void sync() throws IOException {
        if (whole.isPresent()) {
            whole.get().sync();
            return;
        }
        List<Path> files = new ArrayList<>();
        for (Path file = changed.poll(); file != null; file = changed.poll()) {
            files.add(file);
        }
        try {
            force(files.stream().filter(Files::exists).toList());
            force(files.stream()
                    .map(Path::getParent)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList());
        } catch (IOException e) {
            changed.addAll(files);
            throw e;
        }
    }

    private static void force(List<Path> paths) throws IOException {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(TOGETHER, Thread.ofVirtual().factory())) {
            List<Future<Path>> all = paths.stream()
                    .map(path -> threads.submit(() -> forced(path)))
                    .toList();
            for (Future<Path> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted before everything was on disk", e);
        }
    }

    private static Path forced(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
        return path;
    }

    @Override
    public void close() {
        whole.ifPresent(FileSystemSync::close);
    }
}

package org.muniment.batch.produce.leak;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Looks at pieces on threads of its own, one for each processor, while the next ones are read; bounded in bytes. What is to
 * be said of them is said on the reader's thread, in their order. For one reader.
 */
final class Ahead implements AutoCloseable {
    private static final int ROOM = 64 << 20;

    private final Function<PackageText.Piece, Runnable> task;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("looking for leaks ", 1).daemon().factory());
    private final Queue<Looked> open = new ArrayDeque<>();
    private long waiting;

    private record Looked(long size, Future<Runnable> said) {}

    /** @param task looks at a piece, on any thread; gives what is to be said of it */
    Ahead(Function<PackageText.Piece, Runnable> task) {
        this.task = task;
    }

    /** Waits while too much is waiting. What the task throws comes here or with {@link #finish}. */
    void add(PackageText.Piece piece) {
        long size = size(piece);
        while (!open.isEmpty()
                && (waiting + size > ROOM || open.element().said().isDone())) {
            say();
        }
        waiting += size;
        open.add(new Looked(size, threads.submit(() -> task.apply(piece))));
    }

    private static long size(PackageText.Piece piece) {
        return 200
                + switch (piece) {
                    case PackageText.Piece.Text text -> 2L * text.text().length();
                    case PackageText.Piece.Picture picture -> picture.file().length;
                    case PackageText.Piece.Page page -> page.page().size();
                    case PackageText.Piece.Bytes bytes -> bytes.bytes().length;
                    case PackageText.Piece.Native file -> 0;
                };
    }

    private void say() {
        Looked oldest = open.remove();
        waiting -= oldest.size();
        try {
            oldest.said().get().run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a package was read again", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException("A package could not be read again", e);
        }
    }

    /** Says all that is left; fails where one of them failed. */
    void finish() {
        while (!open.isEmpty()) {
            say();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

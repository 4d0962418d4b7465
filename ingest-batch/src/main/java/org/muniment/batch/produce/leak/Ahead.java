package org.muniment.batch.produce.leak;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks at pieces on a thread of its own, in their order, while the next ones are read; bounded in bytes. */
final class Ahead implements AutoCloseable {
    private static final int ROOM = 64 << 20;

    private final Consumer<PackageText.Piece> task;
    private final Semaphore room = new Semaphore(ROOM);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(run -> {
        Thread looking = new Thread(run, "looking for leaks");
        looking.setDaemon(true);
        return looking;
    });
    private @Nullable Future<?> last;

    Ahead(Consumer<PackageText.Piece> task) {
        this.task = task;
    }

    /** Waits while too much is waiting. What the task throws comes with {@link #finish}. */
    void add(PackageText.Piece piece) {
        int size = size(piece);
        room.acquireUninterruptibly(size);
        Future<?> before = last;
        last = thread.submit(() -> {
            try {
                require(before);
                task.accept(piece);
            } finally {
                room.release(size);
            }
        });
    }

    private static int size(PackageText.Piece piece) {
        long size = switch (piece) {
            case PackageText.Piece.Text text -> 2L * text.text().length();
            case PackageText.Piece.Picture picture -> picture.file().length;
            case PackageText.Piece.Page page -> page.page().size();
            case PackageText.Piece.Bytes bytes -> bytes.bytes().length;
            case PackageText.Piece.Native file -> 0;
        };
        return (int) Math.min(ROOM, 100 + size);
    }

    /** Waits for all; fails where one of them failed. */
    void finish() {
        require(last);
    }

    private static void require(@Nullable Future<?> done) {
        try {
            if (done != null) {
                done.get();
            }
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

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

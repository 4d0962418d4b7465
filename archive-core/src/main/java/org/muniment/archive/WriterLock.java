package org.muniment.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One process writes into an archive at a time. Who writes for long, such as a journal, gives way: others wait for it
 * instead of being refused. All of it is locks on files, which end with the process that has them.
 */
final class WriterLock implements AutoCloseable {
    private static final String WRITER = "writer.lock";
    private static final String WAITING = "writer.next";
    private static final String YIELDING = "writer.yields";
    private static final int NAP_MILLIS = 100;
    private static final int WAIT_SECONDS = 60;

    private final Path folder;
    private final FileChannel writer;
    private final @Nullable FileChannel yields;

    private WriterLock(Path folder, FileChannel writer, @Nullable FileChannel yields) {
        this.folder = folder;
        this.writer = writer;
        this.yields = yields;
    }

    /**
     * Takes the lock; waits for one who gives way.
     *
     * @throws ArchiveRefused when another process has it
     */
    static WriterLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel writer = lock(folder, WRITER)
                    .or(() -> isLocked(folder, YIELDING) ? inTurn(folder) : Optional.empty())
                    .orElseThrow(() -> inUse(folder));
            return new WriterLock(folder, writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException("The archive's folder can't be written", e);
        }
    }

    /**
     * Takes the lock to give way whenever {@link #isWanted}. Lets those go first who wait, and waits for whoever writes.
     *
     * @throws ArchiveRefused when another process still has it after a minute
     */
    static WriterLock takeYielding(Path folder) {
        FileChannel writer = poll(() -> isLocked(folder, WAITING) ? Optional.empty() : lock(folder, WRITER))
                .orElseThrow(() -> inUse(folder));
        return new WriterLock(folder, writer, lock(folder, YIELDING).orElse(null));
    }

    private static ArchiveRefused inUse(Path folder) {
        return new ArchiveRefused("Another command is writing into " + folder
                + ". Wait until it ends, then try again; searching works meanwhile.");
    }

    private static Optional<FileChannel> inTurn(Path folder) {
        Optional<FileChannel> place = poll(() -> lock(folder, WAITING));
        try {
            return place.isEmpty() ? Optional.empty() : poll(() -> lock(folder, WRITER));
        } finally {
            place.ifPresent(WriterLock::close);
        }
    }

    /** Something that is tried until it succeeds, or for so long. */
    @FunctionalInterface
    private interface Attempt {
        Optional<FileChannel> lock();
    }

    private static Optional<FileChannel> poll(Attempt attempt) {
        Optional<FileChannel> locked = attempt.lock();
        for (int millis = 0; locked.isEmpty() && millis < WAIT_SECONDS * 1000; millis += NAP_MILLIS) {
            try {
                TimeUnit.MILLISECONDS.sleep(NAP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            locked = attempt.lock();
        }
        return locked;
    }

    private static Optional<FileChannel> lock(Path folder, String name) {
        try {
            FileChannel file =
                    FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(file)) {
                return Optional.of(file);
            }
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The archive's folder can't be written", e);
        }
    }

    private static boolean tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static boolean isLocked(Path folder, String name) {
        Optional<FileChannel> mine = lock(folder, name);
        mine.ifPresent(WriterLock::close);
        return mine.isEmpty();
    }

    /** Whether somebody waits for this lock. */
    boolean isWanted() {
        return yields != null && isLocked(folder, WAITING);
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (yields != null) {
            close(yields);
        }
        close(writer);
    }
}

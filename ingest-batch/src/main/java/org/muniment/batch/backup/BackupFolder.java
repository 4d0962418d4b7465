package org.muniment.batch.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Unsynced;

/**
 * A folder with the copy of one archive. {@code current} is the finished copy, {@code next} one that is being made; both
 * share {@code objects}, where whatever has its name is whole.
 */
final class BackupFolder {
    static final String OBJECTS = "objects";
    private static final String CURRENT = "current";
    private static final String NEXT = "next";
    private static final String LAST = "previous";
    private static final String RECORD = "backup.json";
    private static final String LOCK = "backup.lock";

    private final Path root;

    BackupFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    Path current() {
        return root.resolve(CURRENT);
    }

    Path next() {
        return root.resolve(NEXT);
    }

    static Path catalogue(Path copy) {
        return copy.resolve("catalogue.db");
    }

    static Path files(Path copy) {
        return copy.resolve("files");
    }

    static Path manifest(Path copy) {
        return copy.resolve("manifest.sha256");
    }

    Path object(Digest stored) {
        return root.resolve(OBJECTS)
                .resolve("sha256")
                .resolve(stored.hex().substring(0, 2))
                .resolve(stored.hex());
    }

    /**
     * Takes the folder for one backup; closing gives it back.
     *
     * @throws ArchiveRefused when it holds something else, or another backup is being made in it
     */
    FileChannel take() throws IOException {
        create();
        if (!isBackup() && !isEmpty(root)) {
            throw new ArchiveRefused(root + " holds other files and no backup. Name a new folder, or one of a backup.");
        }
        FileChannel lock = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(lock)) {
            lock.close();
            throw new ArchiveRefused("Another backup is being made in " + root + ". Wait until it ends.");
        }
        settle();
        discard(next());
        discard(root.resolve("incoming"));
        Files.createDirectories(files(next()));
        return lock;
    }

    /** Readable by its owner only: there are subjects and addresses in the catalogue, and perhaps keys. */
    private void create() throws IOException {
        if (!Files.exists(root)) {
            Files.createDirectories(root);
            if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    private boolean isBackup() {
        return Files.exists(root.resolve(LOCK)) || Files.exists(current().resolve(RECORD));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** What became of the finished copy when its end was interrupted. */
    private void settle() throws IOException {
        if (!Files.exists(current().resolve(RECORD)) && Files.exists(next().resolve(RECORD))) {
            discard(current());
            Files.move(next(), current(), StandardCopyOption.ATOMIC_MOVE);
        }
        discard(root.resolve(LAST));
    }

    /** The finished copy, if there is one; changes nothing. */
    Optional<Path> finished() {
        return Stream.of(current(), next(), root.resolve(LAST))
                .filter(copy -> Files.exists(copy.resolve(RECORD)))
                .findFirst();
    }

    /** What the finished copy says of itself. */
    Optional<BackupRecord> record() {
        return finished().map(copy -> BackupRecord.read(copy.resolve(RECORD)));
    }

    /** From now on {@code next} is the finished copy. The record is what makes it one, so it is written last. */
    void finish(BackupRecord record) throws IOException {
        try (Unsynced disk = Unsynced.in(root)) {
            sync(disk, next());
            record.write(next().resolve(RECORD));
            sync(disk, next());
            Path old = root.resolve(LAST);
            if (Files.exists(current())) {
                Files.move(current(), old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(next(), current(), StandardCopyOption.ATOMIC_MOVE);
            disk.add(current());
            disk.sync();
            discard(old);
        }
    }

    private static void sync(Unsynced disk, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(disk::add);
        }
        disk.sync();
    }

    static void discard(@Nullable Path folder) {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " can't be removed", e);
        }
    }
}

package org.muniment.archive.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which objects are written before they are moved to their place. File names say which process writes them,
 * {@code PID-START-RANDOM-NUMBER.tmp}, so that what a killed process left can be told from what a running one needs.
 */
final class Incoming {
    private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)-[0-9a-f]+-\\d+\\.tmp");

    private final Path folder;
    private final FileAttribute<?>[] readOnly;
    private final String owner = name(ProcessHandle.current()) + "-"
            + Long.toHexString(UUID.randomUUID().getMostSignificantBits());
    private final AtomicLong next = new AtomicLong();

    Incoming(Path folder) {
        this.folder = folder;
        this.readOnly = folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r--r--r--"))
                }
                : new FileAttribute<?>[0];
    }

    /** A name for a new file that nobody else uses. */
    Path next() {
        return folder.resolve(owner + "-" + next.incrementAndGet() + ".tmp");
    }

    /** Creates the file, read-only for everyone but the holder of the returned channel. */
    FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), readOnly);
    }

    /** Creates the folder where it is absent, and deletes the files of processes that no longer run. */
    void prepare() throws IOException {
        Files.createDirectories(folder);
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(Incoming::isLeftover).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isLeftover(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        if (!matcher.matches()) {
            return false;
        }
        String writer = matcher.group(1) + "-" + matcher.group(2);
        return ProcessHandle.of(Long.parseLong(matcher.group(1)))
                .filter(ProcessHandle::isAlive)
                .map(Incoming::name)
                .filter(writer::equals)
                .isEmpty();
    }

    /** A process number is used again one day; together with the start of the process it is not. */
    private static String name(ProcessHandle process) {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        return process.pid() + "-" + start.toEpochMilli();
    }
}

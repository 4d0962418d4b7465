package org.muniment.batch.expire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.batch.Rooms;
import org.muniment.batch.reindex.Reindex;

/**
 * Takes out of an archive's files what destroyed items left in them: words in the index, remains in the database, copies
 * on their way through the folders for large messages. May be run at any time, and again after an interruption. What this
 * can and can't reach: decisions/0012.
 */
public final class Traces {
    /** No message takes as long to be read: what is older was left by a process that was killed. */
    private static final Duration READING = Duration.ofHours(1);

    private final Archive archive;

    /** @param archive opened to write */
    public Traces(Archive archive) {
        this.archive = archive;
    }

    /** Takes them out; says what had to stay for now, in words: nothing when all is gone. */
    public List<String> remove() {
        new Reindex(Rooms.of(archive)).catchUp();
        archive.index().expunge();
        List<String> stay = new ArrayList<>();
        if (!archive.catalogue().expunge()) {
            stay.add(
                    "The database's log still has old pages, because another program is reading. The next purge cuts it.");
        }
        long copies = clear(archive.spool()) + clear(archive.reading());
        if (copies > 0) {
            stay.add(copies + " temporary files are in use or less than an hour old. The next purge removes them.");
        }
        return stay;
    }

    private long clear(Path folder) {
        Instant left = archive.clock().instant().minus(READING);
        long young = 0;
        for (Path file : files(folder)) {
            young += removed(file, left) ? 0 : 1;
        }
        return young;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean removed(Path file, Instant left) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isAfter(left)) {
                return false;
            }
            Files.deleteIfExists(file);
            return true;
        } catch (NoSuchFileException gone) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.muniment.archive.item.text;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.muniment.archive.store.Digest;

/**
 * What was read of files lately, in memory: a flyer that the district sent to all is in a thousand mailboxes, and who reviews
 * looks at one item many times. The least lately used goes first. Safe for many threads.
 */
final class RecentExtracts {
    private static final int LARGEST = 8 << 20;

    private final int most;
    private final SequencedMap<File, Extract> extracts = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    /**
     * A file as it was given to be read.
     *
     * @param content its bytes'
     */
    private record File(String name, String type, Digest content) {}

    /** @param most characters that are kept of all together */
    RecentExtracts(int most) {
        this.most = most;
    }

    /** Reads a file, unless it was read lately. */
    Extract of(String name, String type, byte[] content, Reading reading) throws IOException {
        if (content.length > LARGEST) {
            return reading.read();
        }
        File file = new File(name, type, Digest.of(content));
        Optional<Extract> known = find(file);
        if (known.isPresent()) {
            return known.get();
        }
        Extract extract = reading.read();
        keep(file, extract);
        return extract;
    }

    /** What reads it. */
    interface Reading {
        Extract read() throws IOException;
    }

    private synchronized Optional<Extract> find(File file) {
        return Optional.ofNullable(extracts.get(file));
    }

    /** What could not be read in full may be another time. */
    private synchronized void keep(File file, Extract extract) {
        if (!extract.gap().isEmpty() || extracts.putIfAbsent(file, extract) != null) {
            return;
        }
        characters += extract.text().length();
        while (characters > most) {
            characters -= extracts.pollFirstEntry().getValue().text().length();
        }
    }
}

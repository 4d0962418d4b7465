package org.muniment.archive.item;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.store.Digest;

/**
 * A file that many items came out of and that is kept beside them, so that each can be proved against it: an Outlook data
 * file. It lives as long as all of its items: with the first of them that is destroyed it is destroyed too.
 *
 * @param number the archive's number for it, from 1
 * @param original the file as it was collected
 * @param source where it was collected
 * @param place where in the source
 * @param run the ingest run
 * @param kept when it was kept
 * @param ending when and with which plan it was destroyed; empty while it is there
 */
public record Container(
        long number, Original original, String source, String place, String run, Instant kept, Optional<Ended> ending) {
    /** The largest part of a container; the last one may be smaller. Every store takes an object of that size. */
    public static final long PART = 1L << 30;

    /**
     * The file.
     *
     * @param digest SHA-256 of all its bytes; that of its only part when it has one
     * @param size in bytes
     * @param format in one word: {@code pst}
     * @param parts its bytes, one after another
     */
    public record Original(Digest digest, long size, String format, List<Part> parts) {
        public Original {
            parts = List.copyOf(parts);
            if (size != parts.stream().mapToLong(Part::size).sum()) {
                throw new IllegalArgumentException("The parts of a container are its bytes");
            }
        }
    }

    /** A portion of it that is kept as one object. */
    public record Part(Digest object, long size) {}

    /** @param plan with which plan it was destroyed */
    public record Ended(Instant at, String plan) {}
}

package org.muniment.archive.item;

/**
 * The counts of an ingest run.
 *
 * @param read messages found in the source
 * @param stored new items that could be read
 * @param duplicates messages whose bytes were known
 * @param unreadable new items that could not be read, stored all the same
 * @param rejected messages that could not be taken in
 * @param bytes read
 */
public record Tally(long read, long stored, long duplicates, long unreadable, long rejected, long bytes) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    /** Whether every message read is accounted for. */
    public boolean holds() {
        return read == stored + duplicates + unreadable + rejected;
    }

    public Tally plus(Tally other) {
        return new Tally(
                read + other.read,
                stored + other.stored,
                duplicates + other.duplicates,
                unreadable + other.unreadable,
                rejected + other.rejected,
                bytes + other.bytes);
    }
}

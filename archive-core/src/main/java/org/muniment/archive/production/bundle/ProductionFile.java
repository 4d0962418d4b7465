package org.muniment.archive.production.bundle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.ProductionId;
import org.muniment.archive.store.Digest;

/**
 * What {@code production.json} says: the paper to which all of a package hangs. Canonical JSON, RFC 8785; signed; it names the
 * manifest, which names every other file.
 *
 * @param format {@link #FORMAT}
 * @param layout of the folder
 * @param about what it is for
 * @param replaces the production that it replaces or claws back; empty for none
 * @param query by which it was searched; empty for none
 * @param snapshot the catalogue's revision at which items were selected
 * @param officer who built it
 * @param made when it was ordered
 * @param zone in which its days and times are written
 * @param decisions how many items there are of each decision
 * @param documents documents in it
 * @param pages pages with a number
 * @param bates its numbers
 * @param versions of what it was made with
 * @param manifest the manifest
 * @param files digests of the files that the manifest does not name, by path; none but in a bag
 * @param ledger the log that has it
 */
public record ProductionFile(
        String format,
        ProductionId production,
        ProductionFormat layout,
        String agency,
        String about,
        String replaces,
        String query,
        long snapshot,
        Officer officer,
        Instant made,
        ZoneId zone,
        SortedMap<String, Long> decisions,
        long documents,
        long pages,
        Numbers bates,
        SortedMap<String, String> versions,
        Listed manifest,
        SortedMap<String, Digest> files,
        Log ledger) {
    /** The form that this version writes and reads. */
    public static final String FORMAT = "muniment-production-1";

    /** Its name in the folder. */
    public static final String NAME = "production.json";

    /**
     * Bates numbers.
     *
     * @param first the first
     * @param last the last one, inclusive
     * @param free numbers between that stand on no page
     */
    public record Numbers(String first, String last, List<String> free) {
        public Numbers {
            free = List.copyOf(free);
        }
    }

    /**
     * The manifest.
     *
     * @param name of the file
     * @param files that it lists
     * @param bytes in them
     */
    public record Listed(String name, Digest sha256, long files, long bytes) {}

    /** The log's name and its public key. */
    public record Log(String origin, String key) {}
}

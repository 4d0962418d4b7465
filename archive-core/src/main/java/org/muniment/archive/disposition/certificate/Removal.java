package org.muniment.archive.disposition.certificate;

import java.util.List;
import org.muniment.archive.item.ItemId;

/**
 * How items were removed, as whoever removed them says it.
 *
 * @param means sentences for the certificate: from what they were removed
 * @param left what could not be removed, and why
 */
public record Removal(List<String> means, List<Left> left) {
    /** What is left of an item; {@code why} is a sentence. */
    public record Left(ItemId item, String why) {}

    public Removal {
        means = List.copyOf(means);
        left = List.copyOf(left);
    }

    /**
     * Everything was removed.
     *
     * @param objects where objects are kept: {@code files}, or the address of a bucket
     */
    public static Removal complete(String objects) {
        String store = objects.startsWith("s3://")
                ? "Every version of each object was deleted from the object store."
                : "Each object's file was deleted from the object store, and its folder synced to disk.";
        return new Removal(
                List.of(
                        store,
                        "Each item's row, its collections and its derived text were deleted from the catalogue; a tombstone"
                                + " with its number and digest is left.",
                        "Each item was deleted from the search index.",
                        "Copies outside the archive, such as backups or printed pages, are not covered."),
                List.of());
    }
}

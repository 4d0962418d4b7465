package org.muniment.archive.index;

import java.util.List;
import java.util.Optional;
import org.muniment.archive.item.ItemId;

/**
 * A page of unreviewed matches.
 *
 * @param total all items that match, exact
 * @param page this page's, in order
 * @param next key of the page after this one; empty at the end
 */
public record Hits(long total, List<Hit> page, Optional<String> next) {
    /**
     * @param item the item
     * @param words those around the best matches, one line; the start of the body when the query has no words
     * @param key of a page that begins after this hit
     */
    public record Hit(ItemId item, Marked words, String key) {
        /** The words as one line, hits between {@code [[} and {@code ]]}. */
        public String snippet() {
            return words.toString();
        }
    }

    public Hits {
        page = List.copyOf(page);
    }
}

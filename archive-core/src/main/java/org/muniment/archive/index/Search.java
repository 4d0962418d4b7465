package org.muniment.archive.index;

import java.util.Optional;
import org.muniment.archive.query.ItemQuery;

/**
 * A question to the index.
 *
 * @param query what to find
 * @param limit hits on this page, 0 to 10,000
 * @param after the {@link Hits#next()} of the page before; empty for the first
 * @param order in which order
 */
public record Search(ItemQuery query, int limit, Optional<String> after, Order order) {
    /** By time (received, else sent; unknown last), ties by id: the same order in every index of the same items. */
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST
    }

    public Search {
        if (limit < 0 || limit > 10_000) {
            throw new IllegalArgumentException("A page holds 0 to 10,000 hits, not " + limit);
        }
    }
}

package org.muniment.archive.access;

import java.time.Instant;

/**
 * One look at an item of others, or one search of others' mail.
 *
 * @param number in the order in which they were noted
 * @param account who looked
 * @param item the item; empty for a search
 * @param query what was searched; for a look at an item that was taken out with others, with what: {@code the bundle PR1};
 *     else empty
 * @param found how many items a search found; 0 for a look
 */
public record Look(long number, Instant at, String account, Purpose purpose, String item, String query, long found) {
    public boolean isSearch() {
        return item.isEmpty();
    }

    /** With what an item was taken out of the archive; empty for a search, and for a look at the item alone. */
    public String takenOutWith() {
        return isSearch() ? "" : query;
    }
}

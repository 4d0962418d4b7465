package org.muniment.archive.access;

import java.time.Instant;

/**
 * One look at an item of others, or one search of others' mail.
 *
 * @param number in the order in which they were noted
 * @param account who looked
 * @param item the item; empty for a search
 * @param query what was searched; empty for a look
 * @param found how many items a search found; 0 for a look
 */
public record Look(long number, Instant at, String account, Purpose purpose, String item, String query, long found) {
    public boolean isSearch() {
        return item.isEmpty();
    }
}

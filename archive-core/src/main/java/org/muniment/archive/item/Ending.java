package org.muniment.archive.item;

import java.time.Instant;
import org.muniment.archive.store.Digest;

/**
 * The end of an item, as whoever destroys it tells the register.
 *
 * @param item what is destroyed
 * @param object the digest of its object
 * @param size bytes of the object
 * @param series the record series it was destroyed under, at most 100 characters
 * @param plan the list it was on, at most 100 characters
 * @param destroyed when; kept to the millisecond
 */
public record Ending(ItemId item, Digest object, long size, String series, String plan, Instant destroyed) {
    static final int LONGEST = 100;

    public Ending {
        if (series.length() > LONGEST || plan.length() > LONGEST) {
            throw new IllegalArgumentException("A series or plan is named by at most " + LONGEST + " characters");
        }
    }
}

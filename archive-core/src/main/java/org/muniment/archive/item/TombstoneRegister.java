package org.muniment.archive.item;

import java.time.Instant;
import org.muniment.archive.store.Digest;

/**
 * A tombstone as a check sees it: nothing is interpreted, so that a row that was tampered with can still be named. See
 * {@link Tombstone}.
 */
public record TombstoneRegister(
        String item, String object, long size, String series, String plan, Instant destroyed, long revision) {
    Tombstone tombstone() {
        return new Tombstone(new ItemId(item), new Digest(object), size, series, plan, destroyed, revision);
    }
}

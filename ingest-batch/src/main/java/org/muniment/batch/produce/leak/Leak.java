package org.muniment.batch.produce.leak;

import org.muniment.archive.item.ItemId;

/**
 * Something hidden that was found again.
 *
 * @param sort how bad it is
 * @param item from which it had been removed
 * @param where it stands: a file of the package, and where in it
 */
public record Leak(Sort sort, ItemId item, String where) {
    /** How something hidden came to stand in the package. */
    public enum Sort {
        /** Through the program: it was to be removed from there. Such a package is never given out. */
        LEAKED,
        /** Because nobody marked it there. A person decides whether that was meant. */
        SHOWN
    }
}

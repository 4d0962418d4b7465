package org.muniment.batch.produce.leak;

import org.muniment.archive.item.ItemId;

/**
 * Words that must not be in a package. Never to be printed: {@code toString} leaves them out.
 *
 * @param item from which they were removed
 * @param words as they stood there
 * @param everywhere whether they are looked for in other items' pages, too
 */
public record Secret(ItemId item, String words, boolean everywhere) {
    @Override
    public String toString() {
        return "Secret[" + item + "]";
    }
}

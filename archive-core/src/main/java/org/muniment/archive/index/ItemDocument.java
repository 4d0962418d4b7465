package org.muniment.archive.index;

import java.util.List;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Reading;

/**
 * All that is searched of one item.
 *
 * @param reading the item and its words
 * @param collections every collection of it so far, at least one
 */
public record ItemDocument(Reading reading, List<Collection> collections) {
    public ItemDocument {
        collections = List.copyOf(collections);
    }
}

package org.muniment.archive.index;

import java.util.Comparator;
import java.util.List;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Reading;

/**
 * All that is searched of one item.
 *
 * @param reading the item and its words
 * @param collections every collection of it so far, at least one; kept oldest first
 */
public record ItemDocument(Reading reading, List<Collection> collections) {
    private static final Comparator<Collection> ORDER = Comparator.comparing(Collection::collectedAt)
            .thenComparing(Collection::custodian)
            .thenComparing(Collection::source)
            .thenComparing(Collection::place);

    public ItemDocument {
        collections = collections.stream().sorted(ORDER).toList();
    }
}

package org.muniment.api.search;

import java.util.List;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;

/**
 * An item as somebody may see it.
 *
 * @param item its facts; of own mail without what {@link org.muniment.archive.index.Own} hides
 * @param collections where it was taken from, oldest first; of own mail the own mailboxes alone
 */
public record SeenItem(Item item, List<Collection> collections) {
    public SeenItem {
        collections = List.copyOf(collections);
    }

    public ItemId id() {
        return item.id();
    }

    /** Whose mailboxes it came from, each once, by address. */
    public List<Custodian> custodians() {
        return collections.stream()
                .map(Collection::custodian)
                .distinct()
                .sorted()
                .toList();
    }
}

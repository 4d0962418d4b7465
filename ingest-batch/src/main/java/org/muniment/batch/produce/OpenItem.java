package org.muniment.batch.produce;

import java.util.List;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.ItemContents;

/**
 * An item, opened to be set.
 *
 * @param registered as the catalogue has it
 * @param contents its parts; closed with this
 * @param collections where it was taken from, oldest first
 * @param treatment what may be shown of it
 * @param texts its texts as they may be shown
 */
record OpenItem(
        RegisteredItem registered,
        ItemContents contents,
        List<Collection> collections,
        Treatment treatment,
        ShownTexts texts)
        implements AutoCloseable {
    OpenItem {
        collections = List.copyOf(collections);
    }

    /** All that was read of it, nothing cut. */
    Item item() {
        return contents.reading().item();
    }

    @Override
    public void close() {
        contents.close();
    }
}

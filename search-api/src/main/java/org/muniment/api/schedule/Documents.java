package org.muniment.api.schedule;

import org.muniment.archive.Archive;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.StoredItems;

/** Items as rules see them, read from their objects. */
final class Documents {
    private final Archive archive;
    private final StoredItems stored;

    Documents(Archive archive) {
        this.archive = archive;
        this.stored = new StoredItems(archive.objects(), archive.reader(), archive.spool());
    }

    /**
     * An item.
     *
     * @throws org.muniment.archive.store.ObjectMissing when its object is lost
     * @throws org.muniment.archive.store.ObjectCorrupt when its object is damaged
     */
    ItemDocument of(RegisteredItem item) {
        return new ItemDocument(
                stored.read(item), archive.items().collections(item.item().id()));
    }
}

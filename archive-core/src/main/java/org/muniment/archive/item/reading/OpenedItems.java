package org.muniment.archive.item.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.store.ObjectStore;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;

/** Opens registered items with all that pages are made of. Safe for many threads. */
public final class OpenedItems {
    private final ObjectStore objects;
    private final Readings readings;

    public OpenedItems(ObjectStore objects, ItemReader reader) {
        this.objects = objects;
        this.readings = new Readings(reader);
    }

    /**
     * Reads the whole object, which proves its hash, with the dates that the catalogue has, and keeps copies of its
     * attachments in a folder.
     *
     * @param folder for this item alone; made when needed, and left empty when the contents are closed
     * @throws org.muniment.archive.store.ObjectMissing when there is no object
     * @throws org.muniment.archive.store.ObjectCorrupt when it is not what was collected
     * @throws org.muniment.archive.store.StoreUnavailable when it can't be read just now
     * @throws UncheckedIOException when the copies can't be written
     */
    public ItemContents open(RegisteredItem registered, Path folder) {
        Item item = registered.item();
        try (Spool bytes = copy(item, folder)) {
            return readings.contents(item, bytes, folder);
        }
    }

    private Spool copy(Item item, Path folder) {
        try (InputStream in = objects.open(item.digest());
                SpoolWriter copy = new SpoolWriter(folder)) {
            in.transferTo(copy);
            return copy.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

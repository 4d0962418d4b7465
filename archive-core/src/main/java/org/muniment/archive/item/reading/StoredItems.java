package org.muniment.archive.item.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.Unreadable;
import org.muniment.archive.store.ObjectCorrupt;
import org.muniment.archive.store.ObjectMissing;
import org.muniment.archive.store.ObjectStore;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registered items, read again from their objects as they were read when they were collected. Safe for many threads. */
public final class StoredItems {
    private static final Logger LOG = LoggerFactory.getLogger(StoredItems.class);

    private final ObjectStore objects;
    private final Readings readings;
    private final Path spool;

    /**
     * @param spool a folder for large objects while they are read
     */
    public StoredItems(ObjectStore objects, ItemReader reader, Path spool) {
        this.objects = objects;
        this.readings = new Readings(reader);
        this.spool = spool;
    }

    /**
     * Reads the whole object, which proves its hash, with the dates that the catalogue has: for whoever must know
     * exactly what is there. An object that no parser can read is {@link Unreadable}.
     *
     * @throws ObjectMissing when there is no object
     * @throws ObjectCorrupt when it is not what was collected
     * @throws org.muniment.archive.store.StoreUnavailable when it can't be read just now
     */
    public Reading read(RegisteredItem registered) {
        Item item = registered.item();
        try (Spool bytes = copy(item)) {
            return Readings.withDates(
                    readings.read(item.digest(), bytes, Readings.receipt(item.dates())), item.dates());
        }
    }

    /** As {@link #read}; one whose object is missing or damaged is what the catalogue knows of it, unreadable. */
    public Reading readWhatIsThere(RegisteredItem registered) {
        try {
            return read(registered);
        } catch (ObjectMissing | ObjectCorrupt e) {
            LOG.warn("Item {} is read without its words: {}", registered.item().id(), e.getMessage());
            return withoutObject(registered.item());
        }
    }

    private Spool copy(Item item) {
        try (InputStream in = objects.open(item.digest());
                SpoolWriter copy = new SpoolWriter(spool)) {
            in.transferTo(copy);
            return copy.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Unreadable withoutObject(Item item) {
        return new Unreadable(new Item(
                item.id(),
                item.digest(),
                item.size(),
                item.kind(),
                item.dates(),
                item.people(),
                item.subject(),
                item.threading(),
                item.attachments(),
                new Coverage(
                        Coverage.Extent.NOT, List.of(new Coverage.Gap("body", "its object is missing or damaged"))),
                item.duplicateGroup()));
    }
}

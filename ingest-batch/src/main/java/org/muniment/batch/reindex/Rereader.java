package org.muniment.batch.reindex;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.Unreadable;
import org.muniment.archive.store.ObjectCorrupt;
import org.muniment.archive.store.ObjectMissing;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;
import org.muniment.batch.Rooms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a registered item again from its object, as it was read when it was collected. */
final class Rereader {
    private static final Logger LOG = LoggerFactory.getLogger(Rereader.class);

    private final Rooms rooms;
    private final Readings readings;

    Rereader(Rooms rooms) {
        this.rooms = rooms;
        this.readings = new Readings(rooms.reader());
    }

    /** An item whose object is missing or damaged stays findable by what the catalogue knows. */
    Reading read(RegisteredItem registered) {
        Item item = registered.item();
        try (Spool bytes = spool(item)) {
            return Readings.withDates(
                    readings.read(item.digest(), bytes, Readings.receipt(item.dates())), item.dates());
        } catch (ObjectMissing | ObjectCorrupt e) {
            LOG.warn("Item {} is indexed without its words: {}", item.id(), e.getMessage());
            return withoutObject(item);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Spool spool(Item item) throws IOException {
        try (InputStream in = rooms.store().open(item.digest());
                SpoolWriter spool = new SpoolWriter(rooms.spool())) {
            in.transferTo(spool);
            return spool.finish();
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
                        Coverage.Extent.NOT,
                        java.util.List.of(new Coverage.Gap("body", "its object is missing or damaged"))),
                item.duplicateGroup()));
    }
}

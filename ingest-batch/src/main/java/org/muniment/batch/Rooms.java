package org.muniment.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.muniment.archive.Archive;
import org.muniment.archive.Catalogue;
import org.muniment.archive.hold.CaughtItems;
import org.muniment.archive.hold.Holds;
import org.muniment.archive.index.SearchIndex;
import org.muniment.archive.item.Containers;
import org.muniment.archive.item.Items;
import org.muniment.archive.item.Runs;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.schedule.Retention;
import org.muniment.archive.store.ObjectStore;

/**
 * The rooms of an open archive that jobs work in.
 *
 * @param catalogue the register's database, and the jobs' own
 * @param store the objects
 * @param reader reads objects
 * @param items the register of items
 * @param runs the register of ingest runs
 * @param ledger the custody ledger
 * @param retention what items are, and for how long they are kept
 * @param holds what must not be destroyed
 * @param caught the lists of what holds caught
 * @param index the search index; one process writes it at a time
 * @param spool a folder for large messages on their way; jobs empty it when they start, so nothing else may use it
 * @param clock what time it is
 */
public record Rooms(
        Catalogue catalogue,
        ObjectStore store,
        ItemReader reader,
        Items items,
        Runs runs,
        Ledger ledger,
        Retention retention,
        Holds holds,
        CaughtItems caught,
        SearchIndex index,
        Path spool,
        Clock clock) {
    /** Reads registered items again from their objects. */
    public StoredItems stored() {
        return new StoredItems(store, reader, spool);
    }

    /** Files that many items came out of, kept beside them. */
    public Containers containers() {
        return new Containers(catalogue.writer(), catalogue.reader(), ledger);
    }

    /** The agency's day now. */
    public LocalDate today() {
        return retention.day(clock.instant());
    }

    public static Rooms of(Archive archive) {
        return new Rooms(
                archive.catalogue(),
                archive.objects(),
                archive.reader(),
                archive.items(),
                archive.runs(),
                archive.ledger(),
                archive.retention(),
                archive.holds(),
                archive.caughtItems(),
                archive.index(),
                archive.spool(),
                archive.clock());
    }
}

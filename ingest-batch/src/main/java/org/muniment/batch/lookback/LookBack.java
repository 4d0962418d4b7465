package org.muniment.batch.lookback;

import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.batch.JobStore;
import org.muniment.batch.Rooms;

/**
 * Lists what a hold covers among the items there are: from the search index, and from the objects themselves what the
 * index does not have yet. What is taken in later is listed as it comes. A run that was interrupted goes on where it
 * stopped; a further one adds what is missing. Writes the catalogue only, so another process may take mail in meanwhile.
 */
public final class LookBack {
    private final Rooms rooms;

    public LookBack(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * What a run found.
     *
     * @param hold the hold
     * @param added items that were not on its list before
     * @param listed items on its list now
     */
    public record Outcome(HoldId hold, long added, long listed) {}

    /**
     * Looks back for one hold, to its end.
     *
     * @throws HoldRefused when there is no such hold
     * @throws IllegalStateException when it was interrupted; the hold binds all the same
     */
    public Outcome run(HoldId hold) {
        // In this order: what is registered after the index was asked how far it goes, the second part reads.
        long indexed = rooms.index().through();
        long registered = rooms.items().latestRevision();
        Listing listing = new Listing(rooms, hold);
        LookBackJob job =
                new LookBackJob(JobStore.open(rooms.catalogue()), rooms.catalogue(), hold, indexed, registered);
        job.run(
                new IndexPages(rooms.index(), rooms.holds().covering(hold)),
                new UnindexedPages(rooms, hold, indexed, registered),
                listing);
        return new Outcome(hold, listing.added(), rooms.caught().counts().getOrDefault(hold, 0L));
    }
}

package org.muniment.batch.reindex;

import org.muniment.batch.Rooms;

/** Brings the search index up to the catalogue. An interrupted rebuild goes on where it last committed. */
public final class Reindex {
    private final Rooms rooms;

    public Reindex(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Empties the index and builds it again from catalogue and objects. */
    public void rebuild() {
        rooms.index().clear();
        rooms.index().commit(0);
        catchUp();
    }

    /** Indexes what the catalogue has and the index has not: after a crash, or an interrupted rebuild. */
    public void catchUp() {
        try (IndexFeed feed = new IndexFeed(rooms)) {
            feed.catchUp();
        }
    }

    /** Revisions of the catalogue that the index has not seen; 0 when it is up to date. */
    public long lag() {
        return Math.max(0, rooms.items().latestRevision() - rooms.index().through());
    }
}

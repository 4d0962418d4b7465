package org.muniment.batch.reindex;

import java.util.function.IntConsumer;
import org.muniment.batch.RightOfWay;
import org.muniment.batch.Rooms;

/** Brings the search index up to the catalogue. An interrupted rebuild goes on where it last committed. */
public final class Reindex {
    private final Rooms rooms;
    private final IntConsumer indexed;

    public Reindex(Rooms rooms) {
        this(rooms, items -> {});
    }

    /** @param indexed is told after each portion how many items it had */
    public Reindex(Rooms rooms, IntConsumer indexed) {
        this.rooms = rooms;
        this.indexed = indexed;
    }

    /** Empties the index and builds it again from catalogue and objects. */
    public void rebuild() {
        rooms.index().clear();
        rooms.index().commit(0);
        catchUp();
    }

    /** Indexes what the catalogue has and the index has not: after a crash, or an interrupted rebuild. */
    public void catchUp() {
        try (IndexFeed feed = new IndexFeed(rooms, new RightOfWay(), indexed)) {
            feed.catchUp();
        }
    }

    /** Revisions of the catalogue that the index has not seen; 0 when it is up to date. */
    public long lag() {
        return Math.max(0, rooms.items().latestRevision() - rooms.index().through());
    }
}

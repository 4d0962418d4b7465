package org.muniment.batch.lookback;

import java.util.List;
import java.util.Map;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.item.ItemId;
import org.muniment.batch.Rooms;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Puts pages of items on a hold's list and counts what is new there. */
final class Listing implements ItemWriter<List<ItemId>> {
    private final Rooms rooms;
    private final HoldId hold;
    private long added;

    Listing(Rooms rooms, HoldId hold) {
        this.rooms = rooms;
        this.hold = hold;
    }

    long added() {
        return added;
    }

    @Override
    public void write(Chunk<? extends List<ItemId>> pages) {
        for (List<ItemId> page : pages) {
            added += rooms.caught()
                    .list(Map.of(hold, page), rooms.clock().instant())
                    .getOrDefault(hold, 0L);
        }
    }
}

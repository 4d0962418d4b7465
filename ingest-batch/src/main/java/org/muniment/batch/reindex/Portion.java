package org.muniment.batch.reindex;

import java.util.List;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Items;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.Tombstone;

/**
 * Some changes of the catalogue, in one stretch of its revisions. An item that is there was collected after it was
 * destroyed, if it ever was, so removals come first.
 *
 * @param destroyed items destroyed in this stretch
 * @param items items changed in this stretch
 * @param through the revision that the stretch ends with
 */
record Portion(List<ItemId> destroyed, List<RegisteredItem> items, long through) {
    /**
     * Reads the changes after a revision.
     *
     * @param upTo the last revision wanted
     * @param most how many items, and how many tombstones, at most
     */
    static Portion after(long revision, long upTo, int most, Items register) {
        // First: whatever is committed while the rest is read has a later revision, and waits for the next portion.
        long end = Math.min(upTo, register.latestRevision());
        List<RegisteredItem> items = register.changesAfter(revision, most);
        List<Tombstone> stones = register.destroyedAfter(revision, most);
        if (items.size() == most) {
            end = Math.min(end, items.getLast().revision());
        }
        if (stones.size() == most) {
            end = Math.min(end, stones.getLast().revision());
        }
        long through = Math.max(end, revision);
        return new Portion(
                stones.stream()
                        .takeWhile(stone -> stone.revision() <= through)
                        .map(Tombstone::item)
                        .toList(),
                items.stream().takeWhile(row -> row.revision() <= through).toList(),
                through);
    }

    boolean isEmpty() {
        return destroyed.isEmpty() && items.isEmpty();
    }
}

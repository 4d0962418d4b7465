package org.muniment.archive.disposition;

import java.util.List;
import org.muniment.archive.item.ItemId;

/**
 * What came of one step of destruction.
 *
 * @param destroyed items destroyed in it
 * @param withdrawn items taken off the plan in it by a veto, and kept
 * @param remaining items of the plan still to do
 */
public record Batch(List<ItemId> destroyed, List<Refused> withdrawn, long remaining) implements Step {
    public Batch {
        destroyed = List.copyOf(destroyed);
        withdrawn = List.copyOf(withdrawn);
    }
}

package org.muniment.archive.disposition;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.muniment.archive.item.ItemId;

/** What the plans mean for items. */
public final class Dispositions {
    /** An item's place on a plan. */
    public record Place(PlanId plan, PlanLine line) {}

    /** @param reader where committed state is read */
    public Dispositions(DataSource reader) {}

    /** Those of these items that are condemned: staff do not see them; records officers do, and may restore them. */
    public Set<ItemId> condemned(Collection<ItemId> items) {
        throw new UnsupportedOperationException();
    }

    /** Every plan the item was or is on, oldest first. */
    public List<Place> of(ItemId item) {
        throw new UnsupportedOperationException();
    }
}

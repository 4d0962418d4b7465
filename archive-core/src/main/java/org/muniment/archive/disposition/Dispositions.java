package org.muniment.archive.disposition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the plans mean for items. */
public final class Dispositions {
    private final JdbcTemplate reader;

    /** An item's place on a plan. */
    public record Place(Plan plan, PlanLine line) {}

    /** @param reader where committed state is read */
    public Dispositions(DataSource reader) {
        this.reader = new JdbcTemplate(reader);
    }

    /** Those of these items that are condemned: staff do not see them; records officers do, and may restore them. */
    public Set<ItemId> condemned(Collection<ItemId> items) {
        return new LineRows(reader).condemned(items);
    }

    /** All that is condemned of what was collected from these mailboxes, whoever else has a copy. */
    public Set<ItemId> condemnedFrom(Set<Custodian> mailboxes) {
        return new LineRows(reader).condemnedFrom(mailboxes);
    }

    /** Every plan the item was or is on, oldest first. */
    public List<Place> of(ItemId item) {
        List<Place> places = new ArrayList<>();
        LineRows lines = new LineRows(reader);
        for (Plan plan : new PlanRows(reader)
                .query("p.number in (select plan from plan_line where item = ?) order by p.number", item.value())) {
            lines.of(plan, List.of(item)).forEach(line -> places.add(new Place(plan, line)));
        }
        return places;
    }
}

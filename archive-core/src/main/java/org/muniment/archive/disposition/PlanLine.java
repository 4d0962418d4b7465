package org.muniment.archive.disposition;

import java.time.LocalDate;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.store.Digest;

/**
 * One item on a plan, as it was frozen, and what became of it.
 *
 * @param number its place on the list, from 1
 * @param item the item
 * @param object its object
 * @param size bytes of the object
 * @param series its record series
 * @param recordClass its class: 2 or 3
 * @param eligible the first day on which its period allows destruction
 * @param authority the citation of the rule
 * @param disposition where the item stands
 */
public record PlanLine(
        long number,
        ItemId item,
        Digest object,
        long size,
        SeriesId series,
        RecordClass recordClass,
        LocalDate eligible,
        String authority,
        Disposition disposition) {
    PlanLine numbered(long place) {
        return new PlanLine(place, item, object, size, series, recordClass, eligible, authority, disposition);
    }

    /** Whether its destruction was begun and not ended: its object may be gone. */
    boolean isBegun() {
        return disposition instanceof Disposition.Condemned condemned && condemned.begun();
    }

    /**
     * The line as the plan's digest covers it: number, item, object, size, series, class, eligible day (ISO 8601) and
     * citation, with tabs between, in UTF-8. A list is its lines in order, each followed by a line feed.
     */
    public String written() {
        return String.join(
                "\t",
                Long.toString(number),
                item.value(),
                object.hex(),
                Long.toString(size),
                series.value(),
                Integer.toString(recordClass.number()),
                eligible.toString(),
                authority);
    }
}

package org.muniment.batch.holding;

import java.time.LocalDate;
import java.util.List;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.query.ItemQuery;

/**
 * What a hold caught among the items there are.
 *
 * @param items how many are on its list
 * @param byDoubt how many of them count as covered because they could not be read or have no date
 * @param dueSoon how many of them may be destroyed by their period within the next days
 * @param days how many days that are
 */
public record Caught(long items, long byDoubt, long dueSoon, int days) {
    static final int DUE_WITHIN = 30;

    /**
     * Counts, after a look-back.
     *
     * @throws HoldRefused when there is no such hold
     */
    public static Caught by(Archive archive, HoldId hold) {
        LocalDate soon = archive.holds().day(archive.clock().instant()).plusDays(DUE_WITHIN);
        ItemQuery covering = archive.holds().covering(hold);
        ItemQuery known = archive.holds()
                .find(hold)
                .orElseThrow()
                .scope()
                .query(archive.settings().zone());
        return new Caught(
                archive.caughtItems().counts().getOrDefault(hold, 0L),
                byDoubt(archive, covering, known),
                HeldDue.count(archive, hold, soon),
                DUE_WITHIN);
    }

    static long byDoubt(Archive archive, ItemQuery covering, ItemQuery known) {
        return archive.index().count(new ItemQuery.And(List.of(covering, new ItemQuery.Not(known))));
    }
}

package org.muniment.archive.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;

/**
 * What a person said an item is, instead of printing and filing it. Both names stay.
 *
 * @param item the item
 * @param number which one about this item, from 1
 * @param recordClass the class it is to have
 * @param series the series it is to be in
 * @param reason why, in the person's words
 * @param by who declared
 * @param declared when
 * @param second who confirmed, another person; null while it waits
 * @param confirmed when that was; null while it waits
 */
public record Declaration(
        ItemId item,
        long number,
        RecordClass recordClass,
        SeriesId series,
        String reason,
        Officer by,
        Instant declared,
        @Nullable Officer second,
        @Nullable Instant confirmed) {
    static final int LONGEST_REASON = 1000;

    public Declaration {
        reason = reason.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A declaration gives its reason, in at most 1,000 characters");
        }
        if ((second == null) != (confirmed == null)) {
            throw new IllegalArgumentException("A confirmation has a name and a time");
        }
    }

    public boolean isConfirmed() {
        return second != null;
    }

    /**
     * The one that counts, if any: the latest confirmed one, unless a later one that nobody confirmed yet protects more, which
     * is to say has a lower class. Confirming settles what was declared before.
     *
     * @param ruled the class by the rules
     * @param all every declaration about one item, in order
     */
    static Optional<Declaration> counting(RecordClass ruled, List<Declaration> all) {
        @Nullable Declaration counting = null;
        RecordClass standing = ruled;
        for (Declaration one : all) {
            boolean protectsMore = one.recordClass.number() < standing.number();
            if (one.isConfirmed() || protectsMore) {
                counting = one;
                standing = one.recordClass;
            }
        }
        return Optional.ofNullable(counting);
    }
}

package org.muniment.api.web.holds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.CaughtItems.Caught;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;

/**
 * An item on a hold's list, without its words: whoever reads it does so on its own page, with a purpose.
 *
 * @param here whether the archive still has it
 * @param kind what it is
 * @param size bytes as collected
 */
record CaughtLine(
        String id,
        Instant listed,
        boolean here,
        String kind,
        @Nullable Instant time,
        long size) {
    static List<CaughtLine> of(Archive archive, List<Caught> caught) {
        Map<ItemId, RegisteredItem> here = archive
                .items()
                .find(caught.stream().map(Caught::item).toList())
                .stream()
                .collect(Collectors.toMap(row -> row.item().id(), Function.identity()));
        return caught.stream().map(one -> of(one, here.get(one.item()))).toList();
    }

    private static CaughtLine of(Caught caught, @Nullable RegisteredItem row) {
        if (row == null) {
            return new CaughtLine(caught.item().value(), caught.listed(), false, "", null, 0);
        }
        Instant received = row.item().dates().received();
        return new CaughtLine(
                caught.item().value(),
                caught.listed(),
                true,
                row.item().kind().name().toLowerCase(java.util.Locale.ROOT),
                received == null ? row.item().dates().sent() : received,
                row.item().size());
    }
}

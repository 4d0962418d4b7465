package org.muniment.archive.hold;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.Kind;

/**
 * What a row tells for sure. What depends on how well the object could be read is not among it.
 *
 * @param sent milliseconds; null when unknown, as {@code received}
 * @param custodians addresses, in lower case
 */
record RowFacts(
        String id,
        Kind kind,
        long size,
        @Nullable Long sent,
        @Nullable Long received,
        List<String> custodians) {
    static RowFacts of(Item item, List<Collection> collections) {
        if (collections.isEmpty()) {
            throw new IllegalArgumentException("Item " + item.id() + " comes without its collections");
        }
        return new RowFacts(
                item.id().value(),
                item.kind(),
                item.size(),
                millis(item.dates().sent()),
                millis(item.dates().received()),
                collections.stream()
                        .map(collection -> collection.custodian().address())
                        .distinct()
                        .toList());
    }

    /** Times beyond what milliseconds can count, which only nonsense headers claim, count as the last or first there is. */
    private static @Nullable Long millis(@Nullable Instant time) {
        if (time == null) {
            return null;
        }
        long most = Long.MAX_VALUE / 1000 - 1;
        return Math.clamp(time.getEpochSecond(), -most, most) * 1000 + time.getNano() / 1_000_000;
    }
}

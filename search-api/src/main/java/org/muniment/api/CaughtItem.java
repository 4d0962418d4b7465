package org.muniment.api;

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
 * An item on a hold's list.
 *
 * @param listed ISO-8601 in UTC
 * @param here whether the archive still has it
 * @param subject empty where it is not here, or not to be seen
 */
public record CaughtItem(String id, String listed, boolean here, String subject) {
    /** Items of a list, with what they are about. */
    public static List<CaughtItem> of(Archive archive, List<Caught> caught) {
        Map<ItemId, RegisteredItem> here = archive
                .items()
                .find(caught.stream().map(Caught::item).toList())
                .stream()
                .collect(Collectors.toMap(row -> row.item().id(), Function.identity()));
        return caught.stream().map(one -> of(one, here.get(one.item()))).toList();
    }

    private static CaughtItem of(Caught caught, @Nullable RegisteredItem item) {
        return new CaughtItem(
                caught.item().value(),
                caught.listed().toString(),
                item != null,
                item == null ? "" : item.item().subject());
    }

    /** The same for somebody who said no purpose. */
    public CaughtItem withoutWords() {
        return new CaughtItem(id, listed, here, "");
    }
}

package org.muniment.api;

import java.util.List;
import java.util.stream.Collectors;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;

/** An item that a person named by the start of its id. */
final class Found {
    private Found() {}

    /**
     * Finds it.
     *
     * @throws WrongUsage when no item, or more than one, begins so
     */
    static RegisteredItem item(Archive archive, String prefix) {
        List<ItemId> ids = archive.items().findByPrefix(prefix);
        if (ids.size() > 1) {
            throw new WrongUsage("Several items begin with " + prefix + ": "
                    + ids.stream().map(ItemId::value).collect(Collectors.joining(", ")) + ". Give more digits.");
        }
        return ids.stream()
                .findFirst()
                .flatMap(archive.items()::find)
                .orElseThrow(() -> new ArchiveRefused("No item begins with '" + Terminal.plain(prefix)
                        + "'. An item's id is what search prints first."));
    }
}

package org.muniment.api;

import java.util.List;
import java.util.stream.Collectors;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;

/** An item that a person named by the start of its id. */
public final class Found {
    private Found() {}

    /**
     * Finds it.
     *
     * @throws WrongUsage when no item, or more than one, begins so
     */
    public static RegisteredItem item(Archive archive, String prefix) {
        if (!prefix.strip().matches("[0-9a-fA-F]{1,64}")) {
            throw new WrongUsage(
                    "'" + Terminal.plain(prefix) + "' is no item's id: it is made of the digits 0 to 9 and the"
                            + " letters a to f, as search prints it at the start of each hit");
        }
        List<ItemId> ids = archive.items().findByPrefix(prefix);
        if (ids.size() > 1) {
            throw new WrongUsage("Several items begin with " + prefix.strip() + ". Give more digits, as in\n"
                    + ids.stream().map(id -> "    " + id.value()).collect(Collectors.joining("\n")));
        }
        return ids.stream()
                .findFirst()
                .flatMap(archive.items()::find)
                .orElseThrow(() -> new ArchiveRefused("No item begins with '" + Terminal.plain(prefix)
                        + "' in this archive. An item's id stands first in each hit of a search."));
    }
}

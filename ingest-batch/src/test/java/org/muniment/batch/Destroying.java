package org.muniment.batch;

import java.time.Instant;
import java.util.List;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Ending;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.ledger.CustodyEvent;

/** Destroys items as a purge does, without the plan, the vetoes and the two officers. */
public final class Destroying {
    private Destroying() {}

    public static void destroy(Archive archive, String plan, List<ItemId> ids) {
        Instant now = archive.clock().instant();
        List<Item> items =
                archive.items().find(ids).stream().map(RegisteredItem::item).toList();
        archive.catalogue().transactions().executeWithoutResult(status -> {
            items.forEach(item -> archive.objects().destroy(item.digest()));
            archive.objects().sync();
            archive.items()
                    .destroy(items.stream()
                            .map(item -> new Ending(item.id(), item.digest(), item.size(), "R40", plan, now))
                            .toList());
            archive.ledger()
                    .append(items.stream()
                            .map(item -> new CustodyEvent.Destroyed(
                                    now,
                                    item.id().value(),
                                    item.digest().hex(),
                                    "R40",
                                    plan,
                                    "5 CCR 16025",
                                    "Ann Lee, Clerk",
                                    "Bo Day, Director"))
                            .toList());
        });
    }
}

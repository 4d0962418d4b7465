package org.muniment.archive.disposition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.muniment.archive.disposition.Case.Surroundings;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.StandingHolds;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.schedule.Classification;

/**
 * What the catalogue says of a page of items, read at once.
 *
 * @param items by id; one that is not registered is left out
 * @param collections of each
 * @param classifications of each, as its row has it
 * @param surroundings of each
 */
record Grounds(
        Map<ItemId, RegisteredItem> items,
        Map<ItemId, List<Collection>> collections,
        Map<ItemId, Classification> classifications,
        Map<ItemId, Surroundings> surroundings) {
    static Grounds of(Premises premises, Terms terms, List<ItemId> ids) {
        // Side by side: each is some thousand places of the database.
        var collections = CompletableFuture.supplyAsync(() -> premises.items().collections(ids));
        var classified = CompletableFuture.supplyAsync(
                () -> premises.retention().classifications().find(ids));
        List<RegisteredItem> found = premises.items().find(ids);
        Map<ItemId, RegisteredItem> items = new HashMap<>();
        found.forEach(one -> items.put(one.item().id(), one));
        Map<ItemId, Classification> classifications = classified.join();
        return new Grounds(
                items,
                collections.join(),
                classifications,
                new SurroundingRows(premises.reading(), terms.schedule()).of(found, classifications));
    }

    RegisteredItem item(ItemId id) {
        return known(items.get(id), "it is not in the catalogue");
    }

    /** Whose mail it is decides who may hold it. */
    List<Collection> collectionsOf(ItemId id) {
        List<Collection> all = collections.getOrDefault(id, List.of());
        return known(all.isEmpty() ? null : all, "the catalogue does not say where it was collected");
    }

    Classification classification(ItemId id) {
        return known(classifications.get(id), "it is not classified");
    }

    Surroundings surroundingsOf(ItemId id) {
        return known(surroundings.get(id), "it is not in the catalogue");
    }

    private static <T> T known(@org.jspecify.annotations.Nullable T value, String problem) {
        if (value == null) {
            throw new IllegalStateException(problem);
        }
        return value;
    }

    static List<LegalHold> holds(StandingHolds standing, Set<HoldId> ids) {
        return standing.holds().stream().filter(hold -> ids.contains(hold.id())).toList();
    }
}

package org.muniment.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.review.ReviewSet;

/** Items that a reviewer named, one by one or by a query. */
final class NamedItems {
    private static final int PAGE = 10_000;

    private final Archive archive;

    NamedItems(Archive archive) {
        this.archive = archive;
    }

    /**
     * Finds them: those named, then those that match.
     *
     * @throws WrongUsage when nothing was named
     */
    List<ItemId> find(ReviewSet set, List<String> prefixes, @Nullable String query) {
        if (prefixes.isEmpty() && query == null) {
            throw new WrongUsage("Say which items: by the start of their ids, or by --query");
        }
        Set<ItemId> found = new LinkedHashSet<>();
        prefixes.forEach(prefix -> found.add(Found.item(archive, prefix).item().id()));
        if (query != null) {
            found.addAll(
                    matching(within(set, new ItemQueryParser(archive.settings().zone()).parse(query))));
        }
        return List.copyOf(found);
    }

    private ItemQuery within(ReviewSet set, ItemQuery query) {
        return set.request()
                .map(id -> NamedSet.request(archive, id.value())
                        .asksFor(archive.settings().zone()))
                .map(scope -> (ItemQuery) new ItemQuery.And(List.of(scope, query)))
                .orElse(query);
    }

    private List<ItemId> matching(ItemQuery query) {
        List<ItemId> found = new ArrayList<>();
        List<ItemId> page = archive.index().matching(query, null, PAGE);
        while (!page.isEmpty()) {
            found.addAll(page);
            page = archive.index().matching(query, page.getLast(), PAGE);
        }
        return found;
    }
}

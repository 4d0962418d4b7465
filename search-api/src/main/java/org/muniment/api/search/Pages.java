package org.muniment.api.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.ItemSearch;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.query.ItemQuery;

/**
 * Pages of matches, with conversations and exact copies collapsed: of each only the match that comes first in order is a row,
 * on whatever page. For one thread.
 */
public final class Pages {
    private final Mail mail;
    private final ItemSearch search;
    private final ItemQuery query;
    private final Search.Order order;
    private final Map<List<ItemId>, Hits> firsts = new HashMap<>();

    /** @param search of the mail, or of some of it */
    public Pages(Mail mail, ItemSearch search, ItemQuery query, Search.Order order) {
        this.mail = mail;
        this.search = search;
        this.query = query;
        this.order = order;
    }

    /** Every match is a row. */
    public FoundPage plain(int size, Optional<String> after) {
        Hits hits = search.search(new Search(query, size, after, order));
        return new FoundPage(
                hits.total(),
                rows(hits, hit -> new FoundRow(hit.seen(), hit.hit().words(), 1, 1)),
                hits.next());
    }

    /** Conversations and copies are one row each. */
    public FoundPage collapsed(int size, Optional<String> after) {
        List<FoundRow> rows = new ArrayList<>();
        Optional<String> from = after;
        while (true) {
            Hits hits = search.search(new Search(query, size, from, order));
            Map<ItemId, FoundRow> shown = collapse(hits);
            for (Hits.Hit hit : hits.page()) {
                FoundRow row = shown.get(hit.item());
                if (row != null && rows.size() == size) {
                    return new FoundPage(hits.total(), rows, from);
                }
                if (row != null) {
                    rows.add(row);
                }
                from = Optional.of(hit.key());
            }
            if (hits.next().isEmpty()) {
                return new FoundPage(hits.total(), rows, Optional.empty());
            }
        }
    }

    private record SeenHit(Hits.Hit hit, SeenItem seen) {}

    private List<FoundRow> rows(Hits hits, Function<SeenHit, @Nullable FoundRow> row) {
        Map<ItemId, SeenItem> seen = mail
                .find(hits.page().stream().map(Hits.Hit::item).toList())
                .stream()
                .collect(Collectors.toMap(SeenItem::id, Function.identity()));
        List<FoundRow> rows = new ArrayList<>();
        for (Hits.Hit hit : hits.page()) {
            SeenItem item = seen.get(hit.item());
            FoundRow made = item == null ? null : row.apply(new SeenHit(hit, item));
            if (made != null) {
                rows.add(made);
            }
        }
        return rows;
    }

    private Map<ItemId, FoundRow> collapse(Hits hits) {
        List<ItemId> ids = hits.page().stream().map(Hits.Hit::item).toList();
        List<RegisteredItem> registered = mail.archive().items().find(ids);
        Map<ItemId, List<ItemId>> conversations = mail.conversations(registered);
        Map<ItemId, List<ItemId>> copies = mail.archive().items().copies(ids);
        return rows(hits, hit -> row(hit, conversations, copies)).stream()
                .collect(Collectors.toMap(row -> row.seen().id(), Function.identity()));
    }

    private @Nullable FoundRow row(
            SeenHit hit, Map<ItemId, List<ItemId>> conversations, Map<ItemId, List<ItemId>> copies) {
        ItemId item = hit.seen().id();
        List<ItemId> group = new ArrayList<>(copies.getOrDefault(item, List.of()));
        group.add(item);
        long together = countWhenFirst(item, conversations.getOrDefault(item, List.of(item)));
        long same =
                together == 0 ? 0 : countWhenFirst(item, group.stream().sorted().toList());
        return same == 0 ? null : new FoundRow(hit.seen(), hit.hit().words(), together, same);
    }

    /** How many of these match; 0 when another of them comes before. */
    private long countWhenFirst(ItemId item, List<ItemId> group) {
        if (group.size() < 2) {
            return 1;
        }
        Hits first = firsts.computeIfAbsent(
                group, any -> search.among(any).search(new Search(query, 1, Optional.empty(), order)));
        boolean isFirst = first.page().stream().allMatch(hit -> hit.item().equals(item));
        return isFirst ? Math.max(1, first.total()) : 0;
    }
}

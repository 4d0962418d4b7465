package org.muniment.api.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.ItemSearch;
import org.muniment.archive.index.Marked;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.query.ItemQuery;

/**
 * Pages of matches, with conversations and exact copies collapsed: of each only the match that comes first in order is a row,
 * on whatever page. For one thread.
 */
public final class Pages {
    private static final int MOST = 400;

    private final Mail mail;
    private final ItemSearch search;
    private final ItemQuery query;
    private final Search.Order order;
    /** Groups that were looked at: those of each that match, in order. */
    private final Map<List<ItemId>, List<ItemId>> matches = new HashMap<>();

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
        int look = size;
        while (true) {
            Hits hits = search.bare(new Search(query, look, from, order));
            Map<ItemId, FoundRow> shown = collapse(hits);
            for (Hits.Hit hit : hits.page()) {
                FoundRow row = shown.get(hit.item());
                if (row != null && rows.size() == size) {
                    return new FoundPage(hits.total(), withWords(rows), from);
                }
                if (row != null) {
                    rows.add(row);
                }
                from = Optional.of(hit.key());
            }
            if (hits.next().isEmpty()) {
                return new FoundPage(hits.total(), withWords(rows), Optional.empty());
            }
            look = Math.min(2 * look, MOST);
        }
    }

    /** Words are looked for in what is shown alone, not in what is collapsed. */
    private List<FoundRow> withWords(List<FoundRow> rows) {
        List<ItemId> ids = rows.stream().map(row -> row.seen().id()).toList();
        Map<ItemId, Marked> words =
                search.among(ids).search(new Search(query, ids.size(), Optional.empty(), order)).page().stream()
                        .collect(Collectors.toMap(Hits.Hit::item, Hits.Hit::words));
        return rows.stream()
                .map(row -> new FoundRow(
                        row.seen(), words.getOrDefault(row.seen().id(), row.words()), row.conversation(), row.copies()))
                .toList();
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
        Map<ItemId, List<ItemId>> copies = new HashMap<>();
        mail.archive().items().copies(ids).forEach((item, others) -> {
            List<ItemId> group = new ArrayList<>(others);
            group.add(item);
            copies.put(item, group.stream().sorted().toList());
        });
        lookAt(Stream.concat(conversations.values().stream(), copies.values().stream()));
        return rows(hits, hit -> row(hit, conversations, copies)).stream()
                .collect(Collectors.toMap(row -> row.seen().id(), Function.identity()));
    }

    private @Nullable FoundRow row(
            SeenHit hit, Map<ItemId, List<ItemId>> conversations, Map<ItemId, List<ItemId>> copies) {
        ItemId item = hit.seen().id();
        long together = countWhenFirst(item, conversations.getOrDefault(item, List.of(item)));
        long same = together == 0 ? 0 : countWhenFirst(item, copies.getOrDefault(item, List.of(item)));
        return same == 0 ? null : new FoundRow(hit.seen(), hit.hit().words(), together, same);
    }

    /** How many of these match; 0 when another of them comes before. */
    private long countWhenFirst(ItemId item, List<ItemId> group) {
        List<ItemId> found = matches.getOrDefault(group, List.of());
        return found.isEmpty() || found.getFirst().equals(item) ? Math.max(1, found.size()) : 0;
    }

    /** Finds which of these groups' items match, in order: one question for all groups that were not looked at before. */
    private void lookAt(Stream<List<ItemId>> groups) {
        Set<List<ItemId>> those = groups.filter(group -> group.size() > 1 && !matches.containsKey(group))
                .collect(Collectors.toSet());
        Set<ItemId> any = those.stream().flatMap(List::stream).collect(Collectors.toSet());
        if (any.isEmpty()) {
            return;
        }
        Map<ItemId, Integer> ranks = new HashMap<>();
        new InOrder(search.among(any), query, order).forEachRemaining(item -> ranks.put(item, ranks.size()));
        for (List<ItemId> group : those) {
            matches.put(
                    group,
                    group.stream()
                            .filter(ranks::containsKey)
                            .sorted(Comparator.comparingInt(item -> ranks.getOrDefault(item, 0)))
                            .toList());
        }
    }
}

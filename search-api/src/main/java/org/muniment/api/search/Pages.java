package org.muniment.api.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.ItemSearch;
import org.muniment.archive.index.Marked;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.ItemId;
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
        Map<ItemId, Marked> words = hits.page().stream().collect(Collectors.toMap(Hits.Hit::item, Hits.Hit::words));
        List<SeenItem> seen = mail.find(hits.page().stream().map(Hits.Hit::item).toList());
        return new FoundPage(
                hits.total(),
                seen.stream()
                        .map(one -> new FoundRow(one, Objects.requireNonNull(words.get(one.id())), 1, 1))
                        .toList(),
                hits.next());
    }

    /** Conversations and copies are one row each. */
    public FoundPage collapsed(int size, Optional<String> after) {
        Collapse collapse = new Collapse(mail, search, query, order);
        SequencedMap<ItemId, Collapse.Row> rows = new LinkedHashMap<>();
        Optional<String> from = after;
        Hits hits = search.bare(new Search(query, 2 * size, from, order));
        long total = hits.total();
        for (int look = 4 * size; ; look = Math.min(2 * look, MOST)) {
            Map<ItemId, Collapse.Row> found =
                    collapse.rows(hits.page().stream().map(Hits.Hit::item).toList());
            for (Hits.Hit hit : hits.page()) {
                Collapse.Row row = found.get(hit.item());
                if (row != null && rows.size() == size) {
                    return new FoundPage(total, shown(rows), from);
                }
                if (row != null) {
                    rows.put(hit.item(), row);
                }
                from = Optional.of(hit.key());
            }
            if (hits.next().isEmpty()) {
                return new FoundPage(total, shown(rows), Optional.empty());
            }
            hits = search.bare(new Search(collapse.rest(), look, from, order));
        }
    }

    /** Facts and words are looked for in what is shown alone, not in what is collapsed. */
    private List<FoundRow> shown(SequencedMap<ItemId, Collapse.Row> rows) {
        List<ItemId> ids = List.copyOf(rows.keySet());
        Map<ItemId, Marked> words =
                search.among(ids).search(new Search(query, ids.size(), Optional.empty(), order)).page().stream()
                        .collect(Collectors.toMap(Hits.Hit::item, Hits.Hit::words));
        return mail.find(ids).stream()
                .map(seen -> {
                    Collapse.Row row = Objects.requireNonNull(rows.get(seen.id()));
                    Marked around = words.getOrDefault(seen.id(), Marked.plain(""));
                    return new FoundRow(seen, around, row.conversation(), row.copies());
                })
                .toList();
    }
}

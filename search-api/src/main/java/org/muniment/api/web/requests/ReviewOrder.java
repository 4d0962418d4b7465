package org.muniment.api.web.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Dates;
import org.muniment.archive.item.Groups;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.store.Digest;
import org.springframework.stereotype.Component;

/**
 * The items that a request asks for in the order in which they are reviewed: conversations together, the oldest first. The
 * order of the latest few requests is kept until the index or what they ask for changes. Safe for many threads.
 */
@Component
public final class ReviewOrder {
    private static final int PAGE = 10_000;
    private static final int FEW = 500;
    private static final int KEPT = 8;

    private final Archive archive;
    private final Map<RequestId, Known> latest = new LinkedHashMap<>();

    /**
     * Items in their order.
     *
     * @param through the index's revision at which they were found
     * @param places of each item, from 0
     * @param copies of each exact copy the first of its group here; that first one is left out
     */
    public record Items(long through, List<ItemId> items, Map<ItemId, Integer> places, Map<ItemId, ItemId> copies) {
        boolean holds(ItemId item) {
            return places.containsKey(item);
        }

        int size() {
            return items.size();
        }

        /** The one that stands so many places further. */
        Optional<ItemId> from(ItemId item, int further) {
            Integer place = places.get(item);
            int at = place == null ? -1 : place + further;
            return at < 0 || at >= items.size() ? Optional.empty() : Optional.of(items.get(at));
        }
    }

    /** @param query what the request asked for when its items were found */
    private record Known(ItemQuery query, Items items) {}

    private record Row(ItemId item, String thread, Instant at, Digest group) {}

    ReviewOrder(Archive archive) {
        this.archive = archive;
    }

    /** The items that a request asks for now, in the order in which they are looked through. */
    public synchronized Items of(RecordsRequest request) {
        long through = archive.index().through();
        ItemQuery query = request.asksFor(archive.settings().zone());
        Known known = latest.get(request.id());
        if (known != null && known.items().through() == through && known.query().equals(query)) {
            return known.items();
        }
        Items found = read(query, through);
        latest.remove(request.id());
        latest.put(request.id(), new Known(query, found));
        if (latest.size() > KEPT) {
            latest.remove(latest.keySet().iterator().next());
        }
        return found;
    }

    private Items read(ItemQuery query, long through) {
        List<Row> rows = rows(query);
        Map<String, Instant> begun = new HashMap<>();
        rows.forEach(row -> begun.merge(row.thread(), row.at(), (one, other) -> one.isBefore(other) ? one : other));
        rows.sort(Comparator.comparing((Row row) -> begun.getOrDefault(row.thread(), Instant.MAX))
                .thenComparing(Row::thread)
                .thenComparing(Row::at)
                .thenComparing(Row::item));
        List<ItemId> items = rows.stream().map(Row::item).toList();
        Map<ItemId, Integer> places = new HashMap<>();
        items.forEach(item -> places.put(item, places.size()));
        return new Items(through, items, Map.copyOf(places), copies(rows));
    }

    private static Map<ItemId, ItemId> copies(List<Row> ordered) {
        Map<Digest, ItemId> first = new HashMap<>();
        Map<ItemId, ItemId> copies = new HashMap<>();
        for (Row row : ordered) {
            ItemId before = first.putIfAbsent(row.group(), row.item());
            if (before != null) {
                copies.put(row.item(), before);
            }
        }
        return Map.copyOf(copies);
    }

    private List<Row> rows(ItemQuery query) {
        List<Row> rows = new ArrayList<>();
        List<ItemId> page = archive.index().matching(query, null, PAGE);
        while (!page.isEmpty()) {
            for (int from = 0; from < page.size(); from += FEW) {
                rows.addAll(rows(page.subList(from, Math.min(page.size(), from + FEW))));
            }
            page = archive.index().matching(query, page.getLast(), PAGE);
        }
        return rows;
    }

    private List<Row> rows(List<ItemId> some) {
        Map<ItemId, Groups> groups = archive.items().groups(some);
        List<Row> rows = new ArrayList<>();
        for (RegisteredItem row : archive.items().find(some)) {
            ItemId item = row.item().id();
            Groups of = groups.get(item);
            if (of != null) {
                rows.add(new Row(item, row.thread(), time(row.item().dates()), of.copies()));
            }
        }
        return rows;
    }

    private static Instant time(Dates dates) {
        @Nullable Instant at = dates.received() == null ? dates.sent() : dates.received();
        return at == null ? Instant.MAX : at;
    }
}

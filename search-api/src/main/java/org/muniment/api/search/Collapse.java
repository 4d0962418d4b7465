package org.muniment.api.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.archive.index.Copies;
import org.muniment.archive.index.ItemSearch;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.Groups;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;

/**
 * Finds which matches of a query are shown when conversations and exact copies are one row: those that come first of both.
 * What it learnt of a group it keeps. For one thread.
 */
final class Collapse {
    private final Mail mail;
    private final ItemSearch search;
    private final ItemQuery query;
    private final Search.Order order;
    /** Conversations that were looked at: those of each that match, in order. */
    private final Map<List<ItemId>, List<ItemId>> conversations = new HashMap<>();
    /** By the digits of the group. */
    private final Map<String, Copies> copies = new HashMap<>();

    Collapse(Mail mail, ItemSearch search, ItemQuery query, Search.Order order) {
        this.mail = mail;
        this.search = search;
        this.query = query;
        this.order = order;
    }

    /**
     * How many matches a row stands for.
     *
     * @param conversation of its conversation, itself among them
     * @param copies exact copies, itself among them
     */
    record Row(long conversation, long copies) {}

    /** The query without the copies of what was looked at: a message that thousands got is looked at once. */
    ItemQuery rest() {
        List<ItemQuery> known = copies.entrySet().stream()
                .filter(one -> one.getValue().count() > 1)
                .<ItemQuery>map(one -> new ItemQuery.Is(Field.DUPLICATE, one.getKey()))
                .toList();
        return known.isEmpty()
                ? query
                : new ItemQuery.And(List.of(
                        query, new ItemQuery.Not(known.size() == 1 ? known.getFirst() : new ItemQuery.Or(known))));
    }

    /** Those of these matches that are rows. */
    Map<ItemId, Row> rows(List<ItemId> items) {
        Map<ItemId, Groups> groups = mail.archive().items().groups(items);
        Map<ItemId, String> threads = new LinkedHashMap<>();
        groups.forEach((item, one) -> threads.put(item, one.thread()));
        Map<ItemId, List<ItemId>> together = mail.conversations(threads);
        lookAtCopies(groups.values().stream().map(one -> one.copies().hex()).collect(Collectors.toSet()));
        lookAtConversations(new HashSet<>(together.values()));
        Map<ItemId, Row> rows = new HashMap<>();
        groups.forEach((item, one) -> {
            Row row = new Row(conversation(item, together.getOrDefault(item, List.of())), copies(item, one));
            if (row.conversation() > 0 && row.copies() > 0) {
                rows.put(item, row);
            }
        });
        return rows;
    }

    /** How many of them match; 0 when another of them comes before. */
    private long conversation(ItemId item, List<ItemId> group) {
        List<ItemId> found = conversations.getOrDefault(group, List.of());
        return found.isEmpty() || found.getFirst().equals(item) ? Math.max(1, found.size()) : 0;
    }

    private long copies(ItemId item, Groups groups) {
        Copies found = copies.getOrDefault(groups.copies().hex(), new Copies(item, 1));
        return found.first().equals(item) ? found.count() : 0;
    }

    private void lookAtCopies(Set<String> groups) {
        Set<String> others = new HashSet<>(groups);
        others.removeAll(copies.keySet());
        if (!others.isEmpty()) {
            copies.putAll(search.copies(query, others, order));
        }
    }

    /** One question for all that were not looked at before. */
    private void lookAtConversations(Set<List<ItemId>> groups) {
        Set<List<ItemId>> those = groups.stream()
                .filter(group -> group.size() > 1 && !conversations.containsKey(group))
                .collect(Collectors.toSet());
        Set<ItemId> any = those.stream().flatMap(List::stream).collect(Collectors.toSet());
        if (any.isEmpty()) {
            return;
        }
        Map<ItemId, Integer> ranks = new HashMap<>();
        new InOrder(search.among(any), query, order).forEachRemaining(item -> ranks.put(item, ranks.size()));
        for (List<ItemId> group : those) {
            conversations.put(
                    group,
                    group.stream()
                            .filter(ranks::containsKey)
                            .sorted(Comparator.comparingInt(item -> ranks.getOrDefault(item, 0)))
                            .toList());
        }
    }
}

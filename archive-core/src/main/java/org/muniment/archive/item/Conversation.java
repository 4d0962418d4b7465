package org.muniment.archive.item;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What belongs together by the message ids and conversations that items name, asked of some items alone. */
public final class Conversation {
    private Conversation() {}

    /**
     * Those of some items that are connected with one of them, directly or through others of them, in their order. Unlike the
     * catalogue's thread this tells nothing of items that are not among them.
     */
    public static List<Item> of(Item one, List<Item> items) {
        Map<String, List<Item>> having = new HashMap<>();
        for (Item item : items) {
            Threads.keys(item)
                    .forEach(key -> having.computeIfAbsent(key, any -> new ArrayList<>())
                            .add(item));
        }
        Set<String> reached = new HashSet<>(Threads.keys(one));
        Deque<String> open = new ArrayDeque<>(reached);
        Set<ItemId> found = new HashSet<>(Set.of(one.id()));
        while (!open.isEmpty()) {
            for (Item item : having.getOrDefault(open.remove(), List.of())) {
                if (found.add(item.id())) {
                    Threads.keys(item).stream().filter(reached::add).forEach(open::add);
                }
            }
        }
        return items.stream().filter(item -> found.contains(item.id())).toList();
    }
}

package org.muniment.archive.item;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What belongs together by the message ids and conversations that items name, asked of some items alone. */
public final class Conversation {
    private Conversation() {}

    /**
     * Those of some items that are connected with one of them, directly or through others of them, in their order. Unlike the
     * catalogue's thread this tells nothing of items that are not among them.
     */
    public static List<Item> of(Item one, List<Item> items) {
        Set<String> reached = new HashSet<>(Threads.keys(one));
        List<Item> left = new ArrayList<>(items);
        Set<ItemId> found = new HashSet<>(Set.of(one.id()));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Item item : List.copyOf(left)) {
                Set<String> keys = Threads.keys(item);
                if (keys.stream().anyMatch(reached::contains)) {
                    reached.addAll(keys);
                    found.add(item.id());
                    left.remove(item);
                    grows = true;
                }
            }
        }
        return items.stream().filter(item -> found.contains(item.id())).toList();
    }
}

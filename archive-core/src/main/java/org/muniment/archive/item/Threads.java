package org.muniment.archive.item;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the conversation of each item. Items are connected by the message ids they carry or name and by Exchange's
 * conversation index; a thread is a connected set, named by its smallest key, so that its name does not depend on the
 * order of arrival. When an item connects two threads, the larger name gives way in every row.
 *
 * <p>An item brings at most {@link #MOST} keys: its own id, its conversation, the first and the last ids it names.
 */
final class Threads {
    static final int MOST = 64;

    private static final int ENDS = 30;

    private final JdbcTemplate jdbc;
    private final Statements statements;

    Threads(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.statements = new Statements(jdbc);
    }

    /** The thread of each item; remembers their keys and renames threads that they connect. */
    Map<ItemId, String> assign(Iterable<Item> items) {
        Map<ItemId, Set<String>> keys = new LinkedHashMap<>();
        items.forEach(item -> keys.put(item.id(), keys(item)));
        Set<String> all = new HashSet<>();
        keys.values().forEach(all::addAll);
        Map<String, String> known = known(all);

        Sets sets = new Sets();
        known.forEach(sets::join);
        keys.values().forEach(sets::joinAll);
        rename(new HashSet<>(known.values()), sets);
        all.removeAll(known.keySet());
        remember(all, sets);

        Map<ItemId, String> threads = new HashMap<>();
        keys.forEach((item, own) -> threads.put(
                item,
                own.isEmpty() ? alone(item.value()) : sets.name(own.iterator().next())));
        return threads;
    }

    static Set<String> keys(Item item) {
        Threading threading = item.threading();
        Set<String> keys = new LinkedHashSet<>();
        add(keys, "conversation", threading.conversation());
        add(keys, "message", threading.messageId());
        ends(keys, threading.references());
        ends(keys, threading.inReplyTo());
        return keys;
    }

    /** The thread of an item that carries and names no ids. */
    static String alone(String item) {
        return key("item", item);
    }

    /**
     * The keys that a row tells for certain: of lists and lines that were cut to be stored, only what is as it was. For an
     * item without ids, the thread it has alone. None when the row can't be read.
     */
    static Set<String> storedKeys(ItemRow row) {
        try {
            Threading stored = row.readThreading();
            Set<String> keys = new LinkedHashSet<>();
            boolean whole = line(keys, "conversation", stored.conversation())
                    & line(keys, "message", stored.messageId())
                    & storedEnds(keys, stored.references())
                    & storedEnds(keys, stored.inReplyTo());
            return keys.isEmpty() && whole ? Set.of(alone(row.id())) : keys;
        } catch (RuntimeException unreadable) {
            return Set.of();
        }
    }

    private static boolean storedEnds(Set<String> keys, List<String> ids) {
        boolean whole = ids.size() < Storable.IDS;
        int tail = whole ? Math.max(1, ids.size() - (ENDS - 1)) : ids.size();
        for (int at = 0; at < ids.size(); at++) {
            if (at == 0 || at >= tail) {
                whole &= line(keys, "message", ids.get(at));
            }
        }
        return whole;
    }

    private static boolean line(Set<String> keys, String kind, String value) {
        boolean whole = value.length() < Storable.LINE && value.indexOf(Storable.REPLACED) < 0;
        if (whole) {
            add(keys, kind, value);
        }
        return whole;
    }

    private static void ends(Set<String> keys, List<String> ids) {
        int head = Math.min(ids.size(), 1);
        int tail = Math.max(head, ids.size() - (ENDS - 1));
        ids.subList(0, head).forEach(id -> add(keys, "message", id));
        ids.subList(tail, ids.size()).forEach(id -> add(keys, "message", id));
    }

    private static void add(Set<String> keys, String kind, String value) {
        if (!value.isBlank()) {
            keys.add(key(kind, value));
        }
    }

    private static String key(String kind, String value) {
        return Digest.of((kind + "\0" + value).getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, 32);
    }

    private Map<String, String> known(Set<String> keys) {
        Map<String, String> known = new HashMap<>();
        statements.in(
                "select key, thread from thread_key where key in ",
                keys,
                row -> known.put(row.getString(1), row.getString(2)));
        return known;
    }

    private void rename(Set<String> threads, Sets sets) {
        List<Object[]> changes = new ArrayList<>();
        for (String thread : threads) {
            String name = sets.name(thread);
            if (!name.equals(thread)) {
                changes.add(new Object[] {name, thread});
            }
        }
        if (!changes.isEmpty()) {
            jdbc.batchUpdate("update thread_key set thread = ? where thread = ?", changes);
            jdbc.batchUpdate("update item set thread = ? where thread = ?", changes);
        }
    }

    private void remember(Set<String> keys, Sets sets) {
        Map<String, String> sorted = new TreeMap<>();
        keys.forEach(key -> sorted.put(key, sets.name(key)));
        statements.insert("insert into thread_key (key, thread) values (?, ?)", sorted.entrySet(), (insert, entry) -> {
            insert.setString(1, entry.getKey());
            insert.setString(2, entry.getValue());
        });
    }

    /** Disjoint sets of keys, each known by its smallest. */
    private static final class Sets {
        private final Map<String, String> parents = new HashMap<>();

        void joinAll(Set<String> keys) {
            String first = null;
            for (String key : keys) {
                if (first == null) {
                    first = key;
                }
                join(first, key);
            }
        }

        void join(String one, String other) {
            String a = name(one);
            String b = name(other);
            if (a.compareTo(b) < 0) {
                parents.put(b, a);
            } else if (b.compareTo(a) < 0) {
                parents.put(a, b);
            }
        }

        String name(String key) {
            String root = key;
            for (String up = parents.get(root); up != null; up = parents.get(root)) {
                root = up;
            }
            for (String at = key; !at.equals(root); ) {
                String up = parents.put(at, root);
                at = up == null ? root : up;
            }
            return root;
        }
    }
}

package org.muniment.archive.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.CustodyEvent.Collected;
import org.muniment.archive.ledger.CustodyEvent.CollectedAgain;
import org.muniment.archive.ledger.Ledger;
import org.springframework.jdbc.core.JdbcTemplate;

/** One batch of arrivals on its way into the register. */
final class Registration {
    private final JdbcTemplate jdbc;
    private final Statements statements;
    private final Ledger ledger;

    private final Map<ItemId, String> digests = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Map<ItemId, Arrival> stored = new LinkedHashMap<>();
    private final Set<ItemId> collectedAgain = new LinkedHashSet<>();
    private final List<CollectionRow> collections = new ArrayList<>();
    private final List<Recorded.Outcome> outcomes = new ArrayList<>();

    Registration(JdbcTemplate jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.statements = new Statements(jdbc);
        this.ledger = ledger;
    }

    Recorded record(List<Arrival> arrivals) {
        // First of all, so that writers take turns and what is read below cannot change.
        long before = Revisions.take(jdbc, arrivals.size());
        List<CollectionRow> rows = arrivals.stream()
                .map(arrival -> CollectionRow.of(arrival.collection()))
                .toList();
        recall(arrivals, rows);
        for (int i = 0; i < rows.size(); i++) {
            outcomes.add(sort(arrivals.get(i), rows.get(i)));
        }
        Map<ItemId, ItemRow> items = items(before);
        statements.insert(ItemRow.INSERT, items.values(), (insert, row) -> row.into(insert));
        statements.insert(CollectionRow.INSERT, collections, (insert, row) -> row.into(insert));
        touch(before + items.size());
        note(arrivals, rows, items);
        return new Recorded(outcomes, before, before + arrivals.size());
    }

    private void recall(List<Arrival> arrivals, List<CollectionRow> rows) {
        statements.in(
                "select id, digest from item where id in ",
                arrivals.stream()
                        .map(arrival -> arrival.collection().item().value())
                        .distinct()
                        .toList(),
                row -> digests.put(new ItemId(row.getString(1)), row.getString(2)));
        statements.inPairs(
                "select key from collection where (item, key) in ",
                rows.stream()
                        .map(row -> new Object[] {row.item(), row.keyBytes()})
                        .toList(),
                row -> keys.add(HexFormat.of().formatHex(row.getBytes(1))));
    }

    private Recorded.Outcome sort(Arrival arrival, CollectionRow row) {
        Item item = arrival.reading().item();
        String digest = digests.putIfAbsent(item.id(), item.digest().hex());
        if (digest != null && !digest.equals(item.digest().hex())) {
            throw new IllegalStateException("Two objects would have the id " + item.id() + ": " + digest + " and "
                    + item.digest() + ". Nothing of this batch was registered.");
        }
        if (!keys.add(row.key())) {
            return Recorded.Outcome.KNOWN;
        }
        collections.add(row);
        if (digest == null) {
            stored.put(item.id(), arrival);
            return Recorded.Outcome.STORED;
        }
        if (!stored.containsKey(item.id())) {
            collectedAgain.add(item.id());
        }
        return Recorded.Outcome.COLLECTED_AGAIN;
    }

    private Map<ItemId, ItemRow> items(long before) {
        Map<ItemId, String> threads = new Threads(jdbc)
                .assign(stored.values().stream()
                        .map(arrival -> arrival.reading().item())
                        .toList());
        Map<ItemId, ItemRow> rows = new LinkedHashMap<>();
        long revision = before;
        for (Arrival arrival : stored.values()) {
            Item item = arrival.reading().item();
            String thread = threads.get(item.id());
            if (thread == null) {
                throw new IllegalStateException("No thread for " + item.id());
            }
            rows.put(item.id(), ItemRow.of(item, thread, ++revision));
        }
        return rows;
    }

    private void touch(long from) {
        List<Object[]> revisions = new ArrayList<>();
        for (ItemId item : collectedAgain) {
            revisions.add(new Object[] {from + revisions.size() + 1, item.value()});
        }
        if (!revisions.isEmpty()) {
            jdbc.batchUpdate("update item set revision = ? where id = ?", revisions);
        }
    }

    private void note(List<Arrival> arrivals, List<CollectionRow> rows, Map<ItemId, ItemRow> items) {
        List<CustodyEvent> events = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            CollectionRow row = rows.get(i);
            Collection collection = arrivals.get(i).collection();
            ItemRow item = items.get(collection.item());
            switch (outcomes.get(i)) {
                case STORED -> {
                    if (item != null) {
                        events.add(collected(collection, item, row));
                    }
                }
                case COLLECTED_AGAIN ->
                    events.add(new CollectedAgain(
                            collection.collectedAt(), row.item(), row.register().hex(), row.run()));
                case KNOWN -> {}
            }
        }
        if (!events.isEmpty()) {
            ledger.append(events);
        }
    }

    private static Collected collected(Collection collection, ItemRow item, CollectionRow row) {
        return new Collected(
                collection.collectedAt(),
                item.id(),
                item.digest(),
                item.size(),
                item.register().hex(),
                row.register().hex(),
                row.run());
    }
}

package org.muniment.archive.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of containers and of the items that came out of them. Changes run in the caller's transaction. Safe for many
 * threads; writers take turns.
 */
public final class Containers {
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every change of custody is noted, in the same transaction
     */
    public Containers(DataSource writer, DataSource reader, Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
    }

    /**
     * Registers a container and notes it in the ledger; its parts must be stored already. One that is there stays as it is.
     *
     * @return its number
     */
    public long keep(Container.Original original, String source, String place, String run, Instant at) {
        Long count = writer.queryForObject(
                "update container_count set number = number where one = 1 returning number", Long.class);
        List<Long> known = new ContainerRows(writer).alive(original.digest());
        if (!known.isEmpty()) {
            return known.getFirst();
        }
        long number = (count == null ? 0 : count) + 1;
        writer.update("update container_count set number = ? where one = 1", number);
        new ContainerRows(writer).insert(new Container(number, original, source, place, run, at, Optional.empty()));
        ledger.append(List.of(new CustodyEvent.ContainerKept(
                at, original.digest().hex(), original.size(), original.parts().size(), run)));
        return number;
    }

    /** Notes that items came out of a container; those known of already stay. */
    public void add(long container, Collection<ItemId> items) {
        new Statements(writer)
                .insert(
                        "insert into container_item (container, item) values (?, ?) on conflict do nothing",
                        new TreeSet<>(items.stream().map(ItemId::value).toList()),
                        (insert, item) -> {
                            insert.setLong(1, container);
                            insert.setString(2, item);
                        });
    }

    /** The containers that are there of each of these items: those they came out of, or are a part of. */
    public Map<ItemId, Set<Long>> of(Collection<ItemId> items) {
        return new ContainerRows(reader).of(items);
    }

    /** The same as the caller's transaction sees it. */
    public Map<ItemId, Set<Long>> ofInTransaction(Collection<ItemId> items) {
        return new ContainerRows(writer).of(items);
    }

    /** Every container that an item came out of, also those that are gone, oldest first. */
    public List<Container> all(ItemId item) {
        return new ContainerRows(reader)
                .page("where number in (select container from container_item where item = ?)", item.value());
    }

    /** Containers that are there, after a number, at most so many. */
    public List<Container> after(long number, int limit) {
        return new ContainerRows(reader)
                .page("where ended is null and number > ?", number).stream()
                        .limit(limit)
                        .toList();
    }

    /** Finds one, also one that is gone. */
    public Optional<Container> find(long number) {
        return new ContainerRows(reader)
                .page("where number = ?", number).stream().findFirst();
    }

    /** Containers that were destroyed with a plan. */
    public List<Container> destroyedWith(String plan) {
        return new ContainerRows(reader).page("where ended is not null and plan = ?", plan);
    }

    /** The registered items that came out of a container, after an item in the order of ids; from the first one for null. */
    public List<ItemId> items(long container, @Nullable ItemId after, int limit) {
        return reader.query(
                "select i.id from container_item c join item i on i.id = c.item where c.container = ? and c.item > ?"
                        + " order by c.item limit ?",
                (row, number) -> new ItemId(row.getString(1)),
                container,
                after == null ? "" : after.value(),
                limit);
    }

    /**
     * What the items of a container are at: it changes whenever one of them, or where it was collected, does.
     *
     * @param inTransaction as the caller's transaction sees it
     */
    public State state(long container, boolean inTransaction) {
        return java.util.Objects.requireNonNull((inTransaction ? writer : reader)
                .queryForObject(
                        "select count(*), coalesce(max(i.revision), 0) from container_item c join item i on i.id = c.item"
                                + " where c.container = ?",
                        (row, number) -> new State(container, row.getLong(1), row.getLong(2)),
                        container));
    }

    /** See {@link #state}. */
    public record State(long container, long items, long revision) {}

    /** Notes, durably with the caller's transaction, that the destruction of containers begins. */
    public void begin(Collection<Long> containers, String plan, Instant at) {
        containers.forEach(one -> writer.update(
                "update container set begun = ?, plan = ? where number = ? and ended is null",
                at.toEpochMilli(),
                plan,
                one));
    }

    /** Takes that back for a container that is whole. */
    public void spare(long container) {
        writer.update("update container set begun = null, plan = null where number = ? and ended is null", container);
    }

    /** Containers whose destruction was begun and has not ended, each with the plan that began it. */
    public Map<Container, String> begun() {
        Map<Container, String> found = new LinkedHashMap<>();
        reader.query("select number, plan from container where begun is not null and ended is null", row -> {
            String plan = row.getString(2);
            find(row.getLong(1)).ifPresent(one -> found.put(one, plan));
        });
        return found;
    }

    /**
     * Takes a container off the register and notes it in the ledger. Whoever destroys it deletes the objects in the same
     * transaction.
     *
     * @param plan with which its first item was destroyed
     * @return the objects that hold nothing else; none when it is gone already
     */
    public List<Digest> end(long container, String plan, Instant at) {
        Optional<Container> found = new ContainerRows(writer)
                .page("where ended is null and number = ?", container).stream().findFirst();
        if (found.isEmpty()) {
            return List.of();
        }
        writer.update(
                "update container set begun = coalesce(begun, ?), ended = ?, plan = ? where number = ?",
                at.toEpochMilli(),
                at.toEpochMilli(),
                plan,
                container);
        Container.Original original = found.get().original();
        ledger.append(List.of(new CustodyEvent.ContainerDestroyed(
                at,
                original.digest().hex(),
                original.size(),
                plan,
                state(container, true).items())));
        return new ArrayList<>(free(original));
    }

    /** A part may be an item by itself, when the file was once collected as one, or a part of another container. */
    private Set<Digest> free(Container.Original original) {
        Map<String, Digest> parts = new LinkedHashMap<>();
        original.parts().forEach(part -> parts.put(part.object().hex(), part.object()));
        Statements statements = new Statements(writer);
        statements.in("select digest from item where digest in ", List.copyOf(parts.keySet()), row -> {
            parts.remove(row.getString(1));
        });
        statements.in(
                "select p.object from container c join container_part p on p.container = c.number"
                        + " where c.ended is null and p.object in ",
                List.copyOf(parts.keySet()),
                row -> {
                    parts.remove(row.getString(1));
                });
        return Set.copyOf(parts.values());
    }

    /** Of these objects, those that are a part of a container that is there. */
    public Set<Digest> kept(Collection<Digest> objects) {
        return new ContainerRows(reader).objects(objects, "c.ended is null");
    }

    /** The same by the first digits of their names, which would be the ids of items. */
    public Set<ItemId> keptAs(Collection<ItemId> names) {
        Set<ItemId> found = new TreeSet<>(Comparator.comparing(ItemId::value));
        new Statements(reader)
                .in(
                        "select substr(p.object, 1, " + ItemId.LENGTH + ") from container c"
                                + " join container_part p on p.container = c.number where c.ended is null"
                                + " and substr(p.object, 1, " + ItemId.LENGTH + ") in ",
                        names.stream().map(ItemId::value).toList(),
                        row -> found.add(new ItemId(row.getString(1))));
        return found;
    }

    /** Of these objects, those that were a part of a container that was destroyed. */
    public Set<Digest> destroyed(Collection<Digest> objects) {
        return new ContainerRows(reader).objects(objects, "c.ended is not null");
    }
}

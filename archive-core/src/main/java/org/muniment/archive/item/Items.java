package org.muniment.archive.item;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of items and of where they were collected. Every change of an item or its collections gives the item a
 * new revision, in the order in which changes are committed, so that an index can follow. Safe for many threads; writers
 * take turns.
 */
public final class Items {
    private static final String SELECT = "select " + ItemRow.COLUMNS + " from item ";
    private static final int PAGE = 500;
    /** From so many rows on, reading what they hold is worth more than one thread. */
    private static final int MANY = 100;

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every change of custody is noted, in the same transaction
     */
    public Items(DataSource writer, DataSource reader, Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
    }

    /**
     * Registers items and their collections, and notes them in the ledger. Their objects must be stored already.
     *
     * @throws IllegalStateException outside a transaction, or when two objects would have one id
     */
    public Recorded record(List<Arrival> arrivals) {
        return new Registration(writer, ledger).record(arrivals);
    }

    /**
     * Takes the writers' turn until the caller's transaction ends, and tells which items are still there and unchanged:
     * from then on nobody collects them again before the transaction ends. Call it before their objects are destroyed.
     *
     * @param seen for each item its revision when it was looked at
     * @throws IllegalStateException outside a transaction
     */
    public Set<ItemId> unchanged(Map<ItemId, Long> seen) {
        Revisions.take(writer, 0);
        Set<ItemId> found = new HashSet<>();
        new Statements(writer)
                .in("select id, revision from item where id in ", values(List.copyOf(seen.keySet())), row -> {
                    ItemId item = new ItemId(row.getString(1));
                    if (Long.valueOf(row.getLong(2)).equals(seen.get(item))) {
                        found.add(item);
                    }
                });
        return found;
    }

    /**
     * Takes items off the register, in the caller's transaction: their collections, their rows, and what was kept of
     * conversations that have no item left. A tombstone of each stays. Whoever destroys them destroys the objects and
     * notes it in the ledger, in the same transaction; rows of other rooms about these items must be gone before.
     *
     * @return the tombstones, with new revisions, in the same order
     * @throws IllegalStateException outside a transaction, or when one is not registered with this object and size;
     *     nothing is changed then
     */
    public List<Tombstone> destroy(List<Ending> endings) {
        return new Tombstones(writer).replace(endings);
    }

    /** The tombstones of items, in the order of destruction; an id that was collected again may have some too. */
    public List<Tombstone> tombstones(List<ItemId> items) {
        return new Tombstones(reader)
                .of(values(items)).stream().map(TombstoneRegister::tombstone).toList();
    }

    /** Items destroyed after a revision, in the order of their revisions. */
    public List<Tombstone> destroyedAfter(long revision, int limit) {
        return new Tombstones(reader)
                .after(revision, limit).stream()
                        .map(TombstoneRegister::tombstone)
                        .toList();
    }

    /** Finds one item. */
    public Optional<RegisteredItem> find(ItemId item) {
        return find(List.of(item)).stream().findFirst();
    }

    /** Finds items, in the order asked for; those not registered are left out. */
    public List<RegisteredItem> find(List<ItemId> items) {
        List<ItemRow> rows = new ArrayList<>();
        new Statements(reader).in(SELECT + "where id in ", values(items), row -> rows.add(ItemRow.from(row, 0)));
        Map<String, RegisteredItem> found = (rows.size() < MANY ? rows.stream() : rows.parallelStream())
                .collect(Collectors.toConcurrentMap(ItemRow::id, ItemRow::registered));
        return items.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id.value())).stream())
                .toList();
    }

    /** What items belong to, without reading their facts; those not registered are left out. */
    public Map<ItemId, Groups> groups(List<ItemId> items) {
        Map<ItemId, Groups> found = new HashMap<>();
        new Statements(reader)
                .in(
                        "select id, thread, duplicate_group from item where id in ",
                        values(items),
                        row -> found.put(
                                new ItemId(row.getString(1)),
                                new Groups(row.getString(2), new Digest(row.getString(3)))));
        return found;
    }

    /** Those of these ids that are registered. */
    public Set<ItemId> registered(List<ItemId> items) {
        Set<ItemId> found = new HashSet<>();
        new Statements(reader)
                .in("select id from item where id in ", values(items), row -> found.add(new ItemId(row.getString(1))));
        return found;
    }

    /**
     * The exact copies of items: those of the same duplicate group, the item itself left out, in the order of ids. Items
     * that are not registered, or have no copies, are left out.
     */
    public Map<ItemId, List<ItemId>> copies(java.util.Collection<ItemId> items) {
        Map<ItemId, List<ItemId>> found = new LinkedHashMap<>();
        new Statements(reader)
                .in(
                        "select i.id, c.id from item i join item c"
                                + " on substr(c.duplicate_group, 1, 12) = substr(i.duplicate_group, 1, 12)"
                                + " and c.duplicate_group = i.duplicate_group and c.id <> i.id where i.id in ",
                        values(List.copyOf(items)),
                        row -> found.computeIfAbsent(new ItemId(row.getString(1)), any -> new ArrayList<>())
                                .add(new ItemId(row.getString(2))));
        found.values().forEach(copies -> copies.sort(null));
        return found;
    }

    /**
     * The ids that begin with some hexadecimal digits, at most ten, ascending. More digits than an id has are taken as
     * the start of a digest.
     */
    public List<ItemId> findByPrefix(String prefix) {
        String lower = prefix.strip().toLowerCase(Locale.ROOT);
        if (!lower.matches("[0-9a-f]{1,64}")) {
            return List.of();
        }
        String id = lower.substring(0, Math.min(lower.length(), ItemId.LENGTH));
        return reader.query(
                "select id from item where id >= ? and id < ? and substr(digest, 1, ?) = ? order by id limit 10",
                (row, number) -> new ItemId(row.getString(1)),
                id,
                id + "g",
                lower.length(),
                lower);
    }

    /** Everybody of whom there is at least one item, in their order. Reads every collection: about a second for a million. */
    public List<Custodian> custodians() {
        return reader.query(
                "select distinct custodian from collection order by custodian",
                (row, number) -> new Custodian(row.getString(1)));
    }

    /**
     * Items that were collected from a custodian, ascending by id.
     *
     * @param after the last item of the page before; null for the first page
     */
    public List<ItemId> of(Custodian custodian, @Nullable ItemId after, int limit) {
        return reader.query(
                "select distinct item from collection where custodian = ? and item > ? order by item limit ?",
                (row, number) -> new ItemId(row.getString(1)),
                custodian.address(),
                after == null ? "" : after.value(),
                limit);
    }

    /** The collections of each of these items, oldest first. */
    public Map<ItemId, List<Collection>> collections(List<ItemId> items) {
        Map<ItemId, List<Collection>> found = new LinkedHashMap<>();
        items.forEach(item -> found.put(item, new ArrayList<>()));
        new Statements(reader)
                .in("select " + CollectionRow.COLUMNS + " from collection where item in ", values(items), row -> {
                    Collection one = CollectionRow.from(row, 0).collection();
                    found.computeIfAbsent(one.item(), any -> new ArrayList<>()).add(one);
                });
        found.values()
                .forEach(list -> list.sort(Comparator.comparing(Collection::collectedAt)
                        .thenComparing(Collection::custodian)
                        .thenComparing(Collection::source)
                        .thenComparing(Collection::place)));
        return found;
    }

    /** The collections of one item, oldest first. */
    public List<Collection> collections(ItemId item) {
        return collections(List.of(item)).getOrDefault(item, List.of());
    }

    /** Items changed after a revision, in the order of their revisions. */
    public List<RegisteredItem> changesAfter(long revision, int limit) {
        return page("where revision > ? order by revision limit ?", revision, limit);
    }

    /** The highest revision of any item or tombstone; 0 when there is none. */
    public long latestRevision() {
        return Math.max(
                number("select coalesce(max(revision), 0) from item"),
                number("select coalesce(max(revision), 0) from tombstone"));
    }

    /** All items in the order of their revisions, read a page at a time. */
    public Stream<RegisteredItem> all() {
        return Stream.iterate(
                        changesAfter(0, PAGE),
                        page -> !page.isEmpty(),
                        page -> changesAfter(page.getLast().revision(), PAGE))
                .flatMap(List::stream);
    }

    /** Items that could not be fully read, changed after a revision, in the order of their revisions. */
    public List<RegisteredItem> exceptions(long revision, int limit) {
        return page("where extent <> 'FULLY' and revision > ? order by revision limit ?", revision, limit);
    }

    private List<RegisteredItem> page(String where, Object... values) {
        return reader.query(SELECT + where, ItemRow::from, values).stream()
                .map(ItemRow::registered)
                .toList();
    }

    /** The items of a thread, oldest revision first, at most {@code limit}. */
    public List<RegisteredItem> thread(String thread, int limit) {
        return page("where thread = ? order by revision limit ?", thread, limit);
    }

    /** The items of each of these threads. */
    public Map<String, List<ItemId>> threads(java.util.Collection<String> threads) {
        Map<String, List<ItemId>> found = new LinkedHashMap<>();
        new Statements(reader)
                .in(
                        "select thread, id from item where thread in ",
                        threads,
                        row -> found.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                                .add(new ItemId(row.getString(2))));
        return found;
    }

    /** Sizes and sums of the whole register. */
    public Holdings holdings() {
        return new Holdings(
                number("select count(*) from item"),
                number("select cast(coalesce(sum(size), 0) as bigint) from item"),
                number("select count(*) from collection"),
                number("select count(*) from (select distinct duplicate_group from item) g"),
                number("select count(*) from item where extent <> 'FULLY'"),
                reader.query(
                        "select c.custodian, i.kind, count(distinct i.id) from collection c join item i on i.id = c.item"
                                + " group by c.custodian, i.kind order by c.custodian, i.kind",
                        (row, at) -> new Holdings.Share(
                                new Custodian(row.getString(1)), Kind.valueOf(row.getString(2)), row.getLong(3))));
    }

    private long number(String query) {
        Long found = reader.queryForObject(query, Long.class);
        return found == null ? 0 : found;
    }

    private static List<String> values(List<ItemId> items) {
        return items.stream().map(ItemId::value).toList();
    }
}

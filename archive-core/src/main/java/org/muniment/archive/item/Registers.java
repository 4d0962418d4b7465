package org.muniment.archive.item;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of items as a check reads it: what the rows say now, for a comparison with objects and ledger. In the order
 * of ids, which is that of digests. Every method may throw a {@link org.springframework.dao.DataAccessException} for a
 * database that is damaged. Safe for many threads.
 */
public final class Registers {
    private static final int PAGE = 10_000;

    private final JdbcTemplate jdbc;
    private final Statements statements;

    /**
     * @param reader where committed state is read
     */
    public Registers(DataSource reader) {
        this.jdbc = new JdbcTemplate(reader);
        this.statements = new Statements(jdbc);
    }

    /** Rows in the table of items. */
    public long count() {
        return number("select count(*) from item");
    }

    /** The catalogue's revision: that of the latest change, or higher. */
    public long revision() {
        return number("select coalesce(max(revision), 0) from catalogue_revision");
    }

    private long number(String query) {
        Long found = jdbc.queryForObject(query, Long.class);
        return found == null ? 0 : found;
    }

    /**
     * The ids that follow one, in ascending order, at most {@code limit}.
     *
     * @param item where to begin; empty for the first
     * @param skip how many to leave out, without reading them
     */
    public List<String> idsAfter(String item, long skip, int limit) {
        return jdbc.queryForList(
                "select id from item where id > ? order by id limit ? offset ?", String.class, item, limit, skip);
    }

    /** Every id, in ascending order, read as the stream advances. */
    public Stream<String> ids() {
        return Stream.iterate(idsAfter("", 0, PAGE), page -> !page.isEmpty(), page -> idsAfter(page.getLast(), 0, PAGE))
                .flatMap(List::stream);
    }

    /** Those of these ids that are in the table of items. */
    public Set<String> known(Collection<String> items) {
        Set<String> found = new HashSet<>();
        statements.in("select id from item where id in ", items, row -> found.add(row.getString(1)));
        return found;
    }

    /** Those of these ids that are in the table of items, and unchanged since some revision. */
    public Set<String> unchangedSince(long revision, Collection<String> items) {
        Set<String> found = new HashSet<>();
        statements.in("select id, revision from item where id in ", items, row -> {
            if (row.getLong(2) <= revision) {
                found.add(row.getString(1));
            }
        });
        return found;
    }

    /** The tombstones of those of these items that were destroyed, in the order of destruction. */
    public Map<String, List<TombstoneRegister>> tombstones(Collection<String> items) {
        return new Tombstones(jdbc).of(items).stream().collect(Collectors.groupingBy(TombstoneRegister::item));
    }

    /** Tombstones after a revision, in the order of their revisions. */
    public List<TombstoneRegister> tombstonesAfter(long revision, int limit) {
        return new Tombstones(jdbc).after(revision, limit);
    }

    /** The rows of these items; those that are not there are left out. */
    public List<Register> find(Collection<String> items) {
        List<ItemRow> rows = new ArrayList<>();
        statements.in(
                "select " + ItemRow.COLUMNS + " from item where id in ", items, row -> rows.add(ItemRow.from(row, 0)));
        rows.sort(Comparator.comparing(ItemRow::id));
        Map<String, List<Digest>> collections = collections(items);
        Map<String, Set<String>> threads = threads(rows);
        return rows.stream()
                .map(row -> new Register(
                        row.id(),
                        row.digest(),
                        row.size(),
                        row.thread(),
                        threads.getOrDefault(row.id(), Set.of()),
                        row.revision(),
                        row.register(),
                        collections.getOrDefault(row.id(), List.of()).stream()
                                .sorted()
                                .toList()))
                .toList();
    }

    private Map<String, List<Digest>> collections(Collection<String> items) {
        Map<String, List<Digest>> found = new HashMap<>();
        statements.in("select " + CollectionRow.COLUMNS + " from collection where item in ", items, row -> {
            CollectionRow one = CollectionRow.from(row, 0);
            found.computeIfAbsent(one.item(), any -> new ArrayList<>()).add(one.register());
        });
        return found;
    }

    private Map<String, Set<String>> threads(List<ItemRow> rows) {
        Map<String, Set<String>> keys = new HashMap<>();
        rows.forEach(row -> keys.put(row.id(), Threads.storedKeys(row)));
        Map<String, String> known = new HashMap<>();
        statements.in(
                "select key, thread from thread_key where key in ",
                keys.values().stream().flatMap(Set::stream).collect(Collectors.toSet()),
                row -> known.put(row.getString(1), row.getString(2)));
        Map<String, Set<String>> threads = new HashMap<>();
        for (ItemRow row : rows) {
            Set<String> named = new HashSet<>();
            keys.getOrDefault(row.id(), Set.of())
                    .forEach(key -> named.add(
                            known.getOrDefault(key, key.equals(Threads.alone(row.id())) ? key : Register.UNKNOWN)));
            threads.put(row.id(), named);
        }
        return threads;
    }
}

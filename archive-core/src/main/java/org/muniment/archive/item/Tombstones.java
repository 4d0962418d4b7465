package org.muniment.archive.item;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of destroyed items, and how an item gets there. */
final class Tombstones {
    private static final String COLUMNS = "item, object, size, series, plan, destroyed, revision";
    private static final String SELECT = "select " + COLUMNS + " from tombstone ";

    private record Row(String digest, long size, String thread) {}

    private final JdbcTemplate jdbc;
    private final Statements statements;

    Tombstones(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.statements = new Statements(jdbc);
    }

    List<TombstoneRegister> of(java.util.Collection<String> items) {
        List<TombstoneRegister> found = new ArrayList<>();
        statements.in(SELECT + "where item in ", items, row -> found.add(from(row, 0)));
        found.sort(Comparator.comparingLong(TombstoneRegister::revision));
        return found;
    }

    List<TombstoneRegister> after(long revision, int limit) {
        return jdbc.query(SELECT + "where revision > ? order by revision limit ?", Tombstones::from, revision, limit);
    }

    /** In the caller's transaction: the rows go, the tombstones come. */
    List<Tombstone> replace(List<Ending> endings) {
        long revision = Revisions.take(jdbc, endings.size());
        Set<String> threads = conversations(endings);
        List<Tombstone> tombstones = new ArrayList<>();
        for (Ending ending : endings) {
            tombstones.add(new Tombstone(
                    ending.item(),
                    ending.object(),
                    ending.size(),
                    ending.series(),
                    ending.plan(),
                    Instant.ofEpochMilli(ending.destroyed().toEpochMilli()),
                    ++revision));
        }
        List<Object[]> ids = endings.stream()
                .map(ending -> new Object[] {ending.item().value()})
                .toList();
        jdbc.batchUpdate("delete from collection where item = ?", ids);
        jdbc.batchUpdate("delete from item where id = ?", ids);
        jdbc.batchUpdate(
                "delete from thread_key where thread = ?"
                        + " and not exists (select 1 from item where item.thread = thread_key.thread)",
                threads.stream().map(thread -> new Object[] {thread}).toList());
        insert(tombstones);
        return tombstones;
    }

    /** Of the items to be destroyed; every one must be there, as it is said to be, and once. */
    private Set<String> conversations(List<Ending> endings) {
        Map<String, Row> rows = new HashMap<>();
        statements.in(
                "select id, digest, size, thread from item where id in ",
                endings.stream().map(ending -> ending.item().value()).toList(),
                row -> rows.put(row.getString(1), new Row(row.getString(2), row.getLong(3), row.getString(4))));
        Set<String> threads = new HashSet<>();
        for (Ending ending : endings) {
            Row row = rows.remove(ending.item().value());
            if (row == null || !row.digest().equals(ending.object().hex()) || row.size() != ending.size()) {
                throw new IllegalStateException("There is no item " + ending.item() + " with the object "
                        + ending.object() + " to destroy. Nothing of this batch was destroyed.");
            }
            threads.add(row.thread());
        }
        return threads;
    }

    private void insert(List<Tombstone> tombstones) {
        statements.insert(
                "insert into tombstone (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)", tombstones, (insert, one) -> {
                    insert.setString(1, one.item().value());
                    insert.setString(2, one.object().hex());
                    insert.setLong(3, one.size());
                    insert.setString(4, one.series());
                    insert.setString(5, one.plan());
                    insert.setLong(6, one.destroyed().toEpochMilli());
                    insert.setLong(7, one.revision());
                });
    }

    private static TombstoneRegister from(ResultSet row, int number) throws SQLException {
        return new TombstoneRegister(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                row.getLong(7));
    }
}

package org.muniment.batch.fixity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Checks the database by itself: its pages, where the engine can (SQLite), and what the ledger does not note because it is
 * derived. Revisions only order the index's work: they are unique, by the table's index, and not beyond the counter.
 * Threads are named by their smallest key; whether an item is in the right one is checked with the item.
 */
final class CatalogueCheck {
    private static final String REVISIONS =
            "select id from item where revision < 1 or revision > coalesce((select revision from catalogue_revision), 0)"
                    + " order by id limit 100";
    private static final String TOMBSTONE_REVISIONS = "select item from tombstone where revision < 1"
            + " or revision > coalesce((select revision from catalogue_revision), 0)"
            + " or revision in (select revision from item) order by revision limit 100";
    private static final String STRAY_COLLECTIONS =
            "select c.item from collection c left join item i on i.id = c.item where i.id is null limit 100";
    private static final String THREADS =
            "select thread from thread_key group by thread having min(key) <> thread order by thread limit 100";

    private final DataSource reader;
    private final JdbcTemplate jdbc;
    private final Faults faults;

    CatalogueCheck(DataSource reader, Faults faults) {
        this.reader = reader;
        this.jdbc = new JdbcTemplate(reader);
        this.faults = faults;
    }

    void run() {
        faults.guard("catalogue", this::pages);
        faults.guard("catalogue item", this::revisions);
        faults.guard(
                "catalogue collection",
                () -> names(STRAY_COLLECTIONS)
                        .forEach(item -> faults.add(
                                "item " + item,
                                "has a collection in the catalogue and is itself not there; " + Remedy.BACKUP)));
        faults.guard(
                "catalogue thread_key",
                () -> names(THREADS)
                        .forEach(thread -> faults.add(
                                "thread " + thread, "is not named by the smallest of its keys; " + Remedy.BACKUP)));
    }

    private void pages() {
        if (isSqlite()) {
            names("pragma integrity_check(100)").stream()
                    .filter(line -> !line.equals("ok"))
                    .forEach(line -> faults.add("catalogue", line + "; " + Remedy.BACKUP));
        }
    }

    private void revisions() {
        if (names("select 'one' from catalogue_revision").isEmpty()) {
            faults.add("catalogue", "has no revision; " + Remedy.BACKUP);
            return;
        }
        names(REVISIONS)
                .forEach(item -> faults.add(
                        "item " + item, "has a revision that the catalogue never came to; " + Remedy.BACKUP));
        names(TOMBSTONE_REVISIONS)
                .forEach(item -> faults.add(
                        "item " + item,
                        "has a tombstone with a revision that the catalogue never gave it; " + Remedy.BACKUP));
    }

    private List<String> names(String query) {
        return jdbc.queryForList(query, String.class);
    }

    private boolean isSqlite() {
        try (Connection connection = reader.getConnection()) {
            return connection.getMetaData().getURL().startsWith("jdbc:sqlite:");
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}

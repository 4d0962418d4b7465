package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class CatalogueSnapshotTest {
    @TempDir
    private Path folder;

    private static void fill(Catalogue catalogue) {
        JdbcTemplate sql = new JdbcTemplate(catalogue.writer());
        sql.update("update catalogue_revision set revision = 77");
        sql.update(
                "insert into object_key (object, stored, size, master, wrapped) values (?, ?, ?, ?, ?)",
                "ab",
                "cd",
                3L << 33,
                "m1",
                new byte[] {0, -1, 127});
        sql.update(
                "insert into matter (number, title, opened, opened_by) values (1, 'Garçon v. ''District''', 5, 'M')");
        sql.update("insert into object_version (digest, size, version) values ('ef', 1, null)");
    }

    /** Every row of every table, as text. */
    private static Map<String, List<String>> rows(Catalogue catalogue) {
        JdbcTemplate sql = new JdbcTemplate(catalogue.reader());
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : List.of("catalogue_revision", "object_key", "matter", "object_version", "ledger_head")) {
            rows.put(table, sql.query("select * from " + table, (row, number) -> {
                StringBuilder text = new StringBuilder();
                for (int at = 1; at <= row.getMetaData().getColumnCount(); at++) {
                    Object value = row.getObject(at);
                    text.append(value instanceof byte[] bytes ? List.of(bytes.length, bytes[1]) : value)
                            .append('|');
                }
                return text.toString();
            }));
        }
        return rows;
    }

    @Test
    void aSnapshotHasEveryRowOfSqlite() {
        Path file = folder.resolve("copy.db");
        try (Catalogue catalogue = Catalogues.sqlite(folder)) {
            fill(catalogue);
            catalogue.snapshot(file);
            try (Catalogue copy = Catalogue.sqlite(file)) {
                assertThat(rows(copy)).isEqualTo(rows(catalogue));
            }
        }
    }

    @Test
    void aSnapshotOfPostgresqlIsASqliteFileAndComesBackToPostgresql() {
        Path file = folder.resolve("copy.db");
        try (Catalogue catalogue = Catalogues.postgresql()) {
            fill(catalogue);
            catalogue.snapshot(file);
            try (Catalogue copy = Catalogue.sqlite(file);
                    Catalogue back = Catalogues.postgresql()) {
                assertThat(rows(copy)).isEqualTo(rows(catalogue));
                back.load(copy);
                assertThat(rows(back)).isEqualTo(rows(catalogue));
                assertThatExceptionOfType(ArchiveRefused.class)
                        .isThrownBy(() -> back.load(copy))
                        .withMessageContaining("not empty");
            }
            assertThat(folder.resolve("copy.db-wal")).doesNotExist();
        }
    }

    @Test
    void aSnapshotIsOfOneMomentWhileOthersWrite() throws Exception {
        try (Catalogue catalogue = Catalogues.sqlite(folder)) {
            JdbcTemplate sql = new JdbcTemplate(catalogue.writer());
            AtomicBoolean stop = new AtomicBoolean();
            try (var threads = Executors.newSingleThreadExecutor()) {
                Future<?> writing = threads.submit(() -> {
                    for (int n = 1; !stop.get(); n++) {
                        int number = n;
                        catalogue.transactions().executeWithoutResult(status -> {
                            sql.update("update catalogue_revision set revision = revision + 1");
                            sql.update(
                                    "insert into object_version (digest, size, version) values (?, 1, null)",
                                    "d" + number);
                        });
                    }
                });
                for (int n = 0; n < 5; n++) {
                    Path file = folder.resolve("moment-" + n + ".db");
                    catalogue.snapshot(file);
                    try (Catalogue copy = Catalogue.sqlite(file)) {
                        JdbcTemplate seen = new JdbcTemplate(copy.reader());
                        assertThat(seen.queryForObject("select revision from catalogue_revision", Long.class))
                                .isEqualTo(seen.queryForObject("select count(*) from object_version", Long.class));
                    }
                }
                stop.set(true);
                writing.get();
            }
            assertThat(Files.size(folder.resolve("moment-4.db"))).isPositive();
        }
    }
}

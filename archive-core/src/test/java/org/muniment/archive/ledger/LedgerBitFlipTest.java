package org.muniment.archive.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogues;
import org.springframework.jdbc.core.JdbcTemplate;

/** A bit changed anywhere in what is stored is found, and named, and nothing else is. */
class LedgerBitFlipTest {
    private static final int FLIPS = 200;

    /** A column of texts or bytes of one row, and what a finding about it is called. */
    private record Cell(String table, String column, String row, boolean text, String name) {}

    /** A column of whole numbers of one row; where it is the row's key, changing it changes the row's id. */
    private record Counted(String table, String column, long rowId, boolean isRowId, long value, String name) {
        String change() {
            return "update or ignore " + table + " set " + column + " = ? where rowid = ?";
        }
    }

    @Test
    void aFlippedBitInAnyStoredTextOrHashIsFoundAndNamedAlone(@TempDir Path folder) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (OpenLedger open = ledger(folder)) {
            JdbcTemplate sql = new JdbcTemplate(open.catalogue().writer());
            List<Cell> cells = cells(sql);
            List<String> kinds =
                    List.of("ledger_entry.event", "ledger_entry.subject", "ledger_tile", "ledger_head", "ledger_ch");
            for (int flip = 0; flip < FLIPS; flip++) {
                String kind = kinds.get(flip % kinds.size());
                List<Cell> those = cells.stream()
                        .filter(cell -> (cell.table() + "." + cell.column()).startsWith(kind))
                        .toList();
                Cell cell = those.get(random.nextInt(those.size()));
                byte[] before = read(sql, cell);
                int bit = random.nextInt(before.length * 8);
                byte[] after = before.clone();
                after[bit / 8] ^= (byte) (1 << bit % 8);
                write(sql, cell, after);
                assertThat(open.findings())
                        .as("seed %d flip %d: bit %d of %s", seed, flip, bit, cell)
                        .isNotEmpty()
                        .allMatch(finding -> finding.where().equals(cell.name()));
                write(sql, cell, before);
            }
            assertThat(open.findings()).isEmpty();
        }
    }

    @Test
    void aFlippedBitInAnyStoredNumberIsFoundAndNamed(@TempDir Path folder) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (OpenLedger open = ledger(folder)) {
            JdbcTemplate sql = new JdbcTemplate(open.catalogue().writer());
            List<Counted> numbers = numbers(sql);
            int flips = 0;
            while (flips < FLIPS / 2) {
                Counted number = numbers.get(random.nextInt(numbers.size()));
                int bit = random.nextInt(Long.SIZE);
                long after = number.value() ^ 1L << bit;
                if (sql.update(number.change(), after, number.rowId()) == 0) {
                    continue;
                }
                flips++;
                String newName = number.name().replace("" + number.value(), "" + after);
                assertThat(open.findings())
                        .as("seed %d: bit %d of %s", seed, bit, number)
                        .anyMatch(finding -> List.of(number.name(), newName).contains(finding.where()));
                sql.update(number.change(), number.value(), number.isRowId() ? after : number.rowId());
            }
            assertThat(open.findings()).isEmpty();
        }
    }

    private static List<Counted> numbers(JdbcTemplate sql) {
        List<Counted> some = new ArrayList<>();
        some.addAll(numbers(sql, "ledger_entry", "position", true, "'entry ' || position"));
        // As many of the few as of the many, so that each kind is hit.
        for (int i = 0; i < 50; i++) {
            some.addAll(numbers(sql, "ledger_tile", "level", false, "'tile ' || level || '/' || position"));
            some.addAll(numbers(sql, "ledger_tile", "position", false, "'tile ' || level || '/' || position"));
            some.addAll(numbers(sql, "ledger_checkpoint", "size", true, "'checkpoint ' || size"));
            some.addAll(numbers(sql, "ledger_head", "size", false, "'head'"));
        }
        return some;
    }

    private static List<Counted> numbers(JdbcTemplate sql, String table, String column, boolean isRowId, String name) {
        return sql.query(
                "select rowid, " + column + ", " + name + " from " + table,
                (row, number) -> new Counted(table, column, row.getLong(1), isRowId, row.getLong(2), row.getString(3)));
    }

    @Test
    void aRowTakenOutIsNamed(@TempDir Path folder) {
        try (OpenLedger open = ledger(folder)) {
            JdbcTemplate sql = new JdbcTemplate(open.catalogue().writer());
            for (Map.Entry<String, String> row : Map.of(
                            "ledger_entry where position = 17", "entry 17",
                            "ledger_entry where position = 699", "entry 699",
                            "ledger_tile where level = 0 and position = 0", "tile 0/0",
                            "ledger_tile where level = 0 and position = 2", "tile 0/2",
                            "ledger_tile where level = 1", "tile 1/0",
                            "ledger_head", "head")
                    .entrySet()) {
                sql.execute("create table kept as select * from " + row.getKey());
                sql.update("delete from " + row.getKey());
                assertThat(open.findings())
                        .as(row.getValue())
                        .anyMatch(finding -> finding.where().equals(row.getValue()));
                sql.update("insert into " + row.getKey().split(" ")[0] + " select * from kept");
                sql.execute("drop table kept");
            }
            assertThat(open.findings()).isEmpty();
        }
    }

    @Test
    void aSampleNamesAChangedEntryThatItMeets(@TempDir Path folder) {
        try (OpenLedger open = ledger(folder)) {
            JdbcTemplate sql = new JdbcTemplate(open.catalogue().writer());
            sql.update("update ledger_entry set event = replace(event, 'run-1', 'run-2') where position = 500");
            sql.update("update ledger_entry set subject = 'other' where position = 600");
            sql.update("delete from ledger_entry where position = 3");
            sql.update("update ledger_checkpoint set note = replace(note, 'district', 'distrikt') where size = 200");
            assertThat(open.check().check(new Sample.Some(700, new Random(1))).findings())
                    .extracting(Finding::where)
                    .containsExactly("checkpoint 200", "entry 3", "entry 500", "entry 600");
        }
    }

    @Test
    void aRuinedLedgerDoesNotFillTheMemoryWithFindings(@TempDir Path folder) {
        try (OpenLedger open = ledger(folder)) {
            open.append(OpenLedger.events(2, 0, 1500));
            new JdbcTemplate(open.catalogue().writer()).update("update ledger_entry set event = 'x' || event");
            List<Finding> findings = open.findings();
            assertThat(findings).hasSize(1001);
            assertThat(findings.getLast().what()).endsWith("more findings are not listed");
        }
    }

    private static OpenLedger ledger(Path folder) {
        OpenLedger open = OpenLedger.in(Catalogues.sqlite(folder), folder);
        // Hundreds of changes that need not outlive a power cut.
        new JdbcTemplate(open.catalogue().writer()).execute("pragma synchronous = off");
        for (int from = 0; from < 700; from += 100) {
            open.append(OpenLedger.events(1, from, 100));
            open.ledger().checkpoint();
        }
        assertThat(open.findings()).isEmpty();
        return open;
    }

    private static List<Cell> cells(JdbcTemplate sql) {
        return List.of(
                        cells(sql, "ledger_entry", "event", "position", true, "'entry ' || position"),
                        cells(sql, "ledger_entry", "subject", "position", true, "'entry ' || position"),
                        cells(sql, "ledger_tile", "hashes", "rowid", false, "'tile ' || level || '/' || position"),
                        cells(sql, "ledger_head", "root", "id", true, "'head'"),
                        cells(sql, "ledger_checkpoint", "note", "size", true, "'checkpoint ' || size"))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Cell> cells(
            JdbcTemplate sql, String table, String column, String key, boolean text, String name) {
        return sql.query(
                "select " + key + ", " + name + " from " + table,
                (row, number) -> new Cell(table, column, key + " = " + row.getLong(1), text, row.getString(2)));
    }

    private static byte[] read(JdbcTemplate sql, Cell cell) {
        byte[] bytes = sql.queryForObject(
                "select cast(" + cell.column() + " as blob) from " + cell.table() + " where " + cell.row(),
                byte[].class);
        return bytes == null ? "".getBytes(StandardCharsets.US_ASCII) : bytes;
    }

    private static void write(JdbcTemplate sql, Cell cell, byte[] bytes) {
        String value = cell.text() ? "cast(? as text)" : "?";
        sql.update("update " + cell.table() + " set " + cell.column() + " = " + value + " where " + cell.row(), bytes);
    }
}

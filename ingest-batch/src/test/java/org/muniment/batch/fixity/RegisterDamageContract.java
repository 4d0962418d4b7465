package org.muniment.batch.fixity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is changed in the catalogue behind the archive's back is named, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegisterDamageContract {
    private Archive archive;
    private JdbcTemplate sql;
    private Random random;

    abstract ArchiveSettings settings(Path folder);

    /** Switches off what keeps rows together, as somebody would who changes them. */
    abstract void unguard(JdbcTemplate sql);

    @BeforeAll
    void createArchive(@TempDir Path folder) throws IOException {
        archive = SampleArchive.create(settings(folder.resolve("archive")));
        sql = new JdbcTemplate(archive.catalogue().writer());
        random = SampleArchive.random(getClass().getSimpleName());
        unguard(sql);
        Verification found = SampleArchive.verify(archive);
        assertThat(found.faults()).isEmpty();
        assertThat(found.items()).isEqualTo(SampleArchive.ITEMS);
        assertThat(archive.items().exceptions(0, 9)).isNotEmpty();
        assertThat(found.unregistered()).isZero();
        assertThat(found.behind()).isZero();
    }

    @AfterAll
    void closeArchive() {
        assertThat(SampleArchive.faults(archive)).as("all was put back").isEmpty();
        archive.close();
    }

    /** Makes a change, checks, and puts the table back. */
    private List<String> faultsAfter(String table, String change, @Nullable Object... values) {
        sql.execute("create table kept as select * from " + table);
        try {
            assertThat(sql.update(change, values)).as(change).isPositive();
            return SampleArchive.faults(archive);
        } finally {
            sql.update("delete from " + table);
            sql.update("insert into " + table + " select * from kept");
            sql.execute("drop table kept");
        }
    }

    private Map<String, Object> anyRow(String table) {
        List<Map<String, Object>> rows = sql.queryForList("select * from " + table);
        return rows.get(random.nextInt(rows.size()));
    }

    /** Changes one column of one row after the other, and expects the row's name, old or new, in a fault. */
    private void eachColumnIsWatched(String table, List<String> key, Set<String> except, String kind, String name) {
        for (String column : new TreeSet<>(anyRow(table).keySet())) {
            if (except.contains(column)) {
                continue;
            }
            Map<String, Object> row = anyRow(table);
            Object bad = changed(row.get(column));
            Map<String, Object> after = new HashMap<>(row);
            after.put(column, bad);
            List<String> faults = faultsAfter(
                    table,
                    "update " + table + " set " + column + " = ? where " + String.join(" = ? and ", key) + " = ?",
                    values(bad, row, key));
            assertThat(faults)
                    .as(table + "." + column + " from " + row.get(column) + " to " + bad)
                    .anyMatch(fault -> fault.startsWith(kind + " " + row.get(name) + ":")
                            || fault.startsWith(kind + " " + after.get(name) + ":"));
        }
    }

    private static Object[] values(Object bad, Map<String, Object> row, List<String> key) {
        Object[] values = new Object[key.size() + 1];
        values[0] = bad;
        for (int i = 0; i < key.size(); i++) {
            values[i + 1] = row.get(key.get(i));
        }
        return values;
    }

    /** One bit of it flipped; something where nothing was. */
    private Object changed(@Nullable Object value) {
        return switch (value) {
            case null -> 1L;
            case Number number -> number.longValue() ^ 1L << random.nextInt(40);
            case byte[] bytes -> SampleArchive.flipped(bytes, random);
            case String text -> changed(text);
            default -> throw new IllegalStateException(value.getClass().toString());
        };
    }

    private String changed(String text) {
        if (text.isEmpty()) {
            return "x";
        }
        int at = random.nextInt(text.length());
        return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
    }

    @Test
    void aChangeOfAnyColumnOfAnItemNamesTheItem() {
        eachColumnIsWatched("item", List.of("id"), Set.of("revision"), "item", "id");
    }

    @Test
    void aChangeOfAnyColumnOfACollectionNamesItsItem() {
        eachColumnIsWatched("collection", List.of("item", "key"), Set.of(), "item", "item");
    }

    @Test
    void aChangeOfAnyColumnOfARunButTheTimeItTookNamesTheRun() {
        eachColumnIsWatched("run", List.of("id"), Set.of("millis"), "run", "id");
    }

    @Test
    void aChangeOfAnyColumnOfARejectionNamesItsRun() {
        eachColumnIsWatched("rejection", List.of("run", "ordinal"), Set.of(), "run", "run");
    }

    @Test
    void aChangeOfAnyColumnOfATombstoneNamesItsItem() {
        eachColumnIsWatched("tombstone", List.of("revision"), Set.of("revision"), "item", "item");
        for (long revision : new long[] {
            0, Long.MAX_VALUE, archive.items().changesAfter(0, 1).getFirst().revision()
        }) {
            Map<String, Object> row = anyRow("tombstone");
            assertThat(faultsAfter(
                            "tombstone",
                            "update tombstone set revision = ? where revision = ?",
                            revision,
                            row.get("revision")))
                    .anyMatch(
                            fault -> fault.startsWith("item " + row.get("item") + ": has a tombstone with a revision"));
        }
    }

    @Test
    void aTombstoneTakenOutOrPutInNamesItsItem() {
        @Nullable Object item = anyRow("tombstone").get("item");
        assertThat(faultsAfter("tombstone", "delete from tombstone where item = ?", item))
                .anyMatch(fault -> fault.startsWith("item " + item + ": was destroyed by")
                        && fault.contains("has no tombstone that agrees"));
        @Nullable Object kept = anyRow("item").get("id");
        assertThat(faultsAfter(
                        "tombstone",
                        "insert into tombstone select 1, id, digest, size, 'R40', 'P1', 0 from item where id = ?",
                        kept))
                .anyMatch(fault -> fault.startsWith("item " + kept + ": has a tombstone of P1, and the ledger knows"));
        assertThat(faultsAfter(
                        "tombstone",
                        "insert into tombstone select 2, item, object, size, series, plan, destroyed from tombstone"
                                + " where item = ?",
                        SampleArchive.id(72).value()))
                .anyMatch(fault -> fault.startsWith("item " + SampleArchive.id(72) + ": has 2 tombstones"));
    }

    @Test
    void aRevisionOutOfRangeNamesItsItem() {
        @Nullable Object id = anyRow("item").get("id");
        for (long revision : new long[] {0, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(faultsAfter("item", "update item set revision = ? where id = ?", revision, id))
                    .anyMatch(fault -> fault.startsWith("item " + id + ": has a revision"));
        }
        assertThat(faultsAfter("catalogue_revision", "update catalogue_revision set revision = 7"))
                .anyMatch(fault -> fault.contains("has a revision that the catalogue never came to"))
                .anyMatch(fault -> fault.startsWith("index: has seen revision"));
        assertThat(faultsAfter("catalogue_revision", "delete from catalogue_revision"))
                .anyMatch(fault -> fault.startsWith("catalogue: has no revision"));
    }

    @Test
    void aChangedThreadIsFoundFromEitherSide() {
        for (String column : List.of("key", "thread")) {
            Map<String, Object> row = anyRow("thread_key");
            assertThat(faultsAfter(
                            "thread_key",
                            "update thread_key set " + column + " = ? where key = ?",
                            changed(row.get(column)),
                            row.get("key")))
                    .as(row.toString())
                    .anyMatch(fault -> fault.contains("is not in the thread of its message ids")
                            || fault.contains("is not named by the smallest of its keys"));
        }
        assertThat(faultsAfter(
                        "thread_key",
                        "delete from thread_key where key = ?",
                        anyRow("thread_key").get("key")))
                .anyMatch(fault -> fault.contains("is not in the thread of its message ids"));
        assertThat(faultsAfter("thread_key", "insert into thread_key (key, thread) values ('zz', 'zzz')"))
                .anyMatch(fault -> fault.startsWith("thread zzz"));
    }

    @Test
    void aRowTakenOutIsNamed() {
        @Nullable Object item = anyRow("item").get("id");
        assertThat(faultsAfter("item", "delete from item where id = ?", item))
                .anyMatch(fault -> fault.startsWith("item " + item + ": was collected"));
        @Nullable Object collected = anyRow("collection").get("item");
        assertThat(faultsAfter("collection", "delete from collection where item = ?", collected))
                .anyMatch(fault -> fault.startsWith("item " + collected + ": its collections"));
        @Nullable Object run = anyRow("run").get("id");
        assertThat(faultsAfter("run", "delete from run where id = ?", run))
                .anyMatch(fault -> fault.startsWith("run " + run + ": is named in the ledger"));
        assertThat(faultsAfter("rejection", "delete from rejection where ordinal = 2"))
                .anyMatch(fault -> fault.contains("its rejection 2 is not the one"));
        assertThat(faultsAfter("rejection", "delete from rejection"))
                .anyMatch(fault -> fault.contains("its rejection 1 is not the one"));
    }

    @Test
    void aRowPutInIsNamed() {
        String columns = "size, kind, sent, sent_text, received, received_source, subject, people, threading,"
                + " attachments, coverage, extent, duplicate_group, thread";
        String id = "0".repeat(24);
        assertThat(faultsAfter(
                        "item",
                        "insert into item (id, digest, revision, " + columns + ") select '" + id
                                + "', digest, revision - 10000, " + columns + " from item where id = ?",
                        anyRow("item").get("id")))
                .anyMatch(fault -> fault.startsWith("item " + id + ": its row names the object"))
                .anyMatch(fault -> fault.startsWith("item " + id + ": has 0 first collections"))
                .anyMatch(fault -> fault.startsWith("index: does not have the item " + id));
        assertThat(faultsAfter(
                        "collection",
                        "insert into collection select '" + id + "', key, custodian, source, place, folder, flags,"
                                + " collected_at, run from collection where item = ?",
                        anyRow("collection").get("item")))
                .anyMatch(fault -> fault.startsWith("item " + id + ": has a collection in the catalogue and is"));
        assertThat(faultsAfter(
                        "rejection",
                        "insert into rejection select run, 3, place, reason from rejection" + " where ordinal = 1"))
                .anyMatch(fault -> fault.contains("has 3 rejections, the ledger noted 2"));
        assertThat(faultsAfter("rejection", "insert into rejection values ('nobody', 1, 'x', 'y')"))
                .anyMatch(fault -> fault.startsWith("run nobody: has 1 rejections"));
        assertThat(faultsAfter(
                        "run",
                        "insert into run select id || 'x', source, source_key, custodian, type, state, started, ended,"
                                + " millis, read_count, stored_count, duplicate_count, unreadable_count, rejected_count,"
                                + " byte_count from run where id = ?",
                        anyRow("run").get("id")))
                .anyMatch(fault -> fault.contains("x: was never reconciled, says the ledger"));
    }

    @Test
    void whateverIsChangedInTheLedgerIsNamed() {
        eachColumnIsWatched("ledger_entry", List.of("position"), Set.of("position"), "ledger entry", "position");
        eachColumnIsWatched("ledger_checkpoint", List.of("size"), Set.of(), "ledger checkpoint", "size");
        assertThat(faultsAfter("ledger_head", "update ledger_head set root = 'x'"))
                .anyMatch(fault -> fault.startsWith("ledger head"));
        assertThat(faultsAfter("ledger_tile", "update ledger_tile set hashes = ?", new byte[64]))
                .anyMatch(fault -> fault.startsWith("ledger tile 0/0"));
        for (String table : List.of("ledger_head", "ledger_tile", "ledger_entry")) {
            assertThat(faultsAfter(table, "delete from " + table))
                    .as("without " + table)
                    .anyMatch(fault -> fault.startsWith("ledger "));
        }
    }

    @Test
    void entriesTakenOutMissTheirItems() {
        @Nullable Object item = anyRow("item").get("id");
        assertThat(faultsAfter("ledger_entry", "delete from ledger_entry where subject = ?", item))
                .anyMatch(fault -> fault.startsWith("item " + item + ": has 0 first collections"))
                .anyMatch(fault -> fault.startsWith("ledger entry"));
    }

    @Test
    void aRuinedTableNamesManyAndCountsTheRest() {
        List<String> faults = faultsAfter("item", "update item set subject = subject || ?, thread = '', size = 0", "x");
        assertThat(faults.stream().filter(fault -> fault.startsWith("item "))).hasSize(4 * SampleArchive.ITEMS);
    }
}

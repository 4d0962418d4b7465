package org.muniment.batch.fixity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A bit flips in the file of the embedded catalogue: whenever that changed what it says, it is noticed. */
class DatabaseFileTest {
    /** All that is evidence. How long a run took, and how far revisions were counted, is said nowhere else. */
    private static final Map<String, String> EVIDENCE = Map.of(
            "item", "*",
            "collection", "*",
            "thread_key", "*",
            "run",
                    "id, source, source_key, custodian, type, state, started, ended, read_count, stored_count,"
                            + " duplicate_count, unreadable_count, rejected_count, byte_count",
            "rejection", "*",
            "ledger_head", "*",
            "ledger_entry", "*",
            "ledger_tile", "*",
            "ledger_checkpoint", "*");

    @TempDir
    private Path folder;

    @Test
    @Tag("short")
    void aFlippedBitIsNoticedOrChangesNothing() throws IOException {
        flip(25, SampleArchive.random("aFlippedBitIsNoticedOrChangesNothing"));
    }

    @Test
    @Tag("slow")
    void hundredsOfFlippedBitsAreNoticedOrChangeNothing() throws IOException {
        flip(
                Integer.getInteger("muniment.flips", 200),
                SampleArchive.random("hundredsOfFlippedBitsAreNoticedOrChangeNothing"));
    }

    private void flip(int times, Random random) throws IOException {
        Path home = folder.resolve("archive");
        SampleArchive.create(ArchiveSettings.embedded(home)).close();
        Path file = home.resolve("catalogue.db");
        byte[] good = Files.readAllBytes(file);
        Map<String, List<String>> content = content(file);
        assertThat(content).hasSize(EVIDENCE.size());
        int noticed = 0;
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(good.length);
            byte[] bad = good.clone();
            bad[at] ^= (byte) (1 << random.nextInt(8));
            write(file, bad);
            if (isNoticed(home)) {
                noticed++;
            } else {
                assertThat(content(file))
                        .as("byte " + at + " of " + good.length)
                        .isEqualTo(content);
            }
        }
        write(file, good);
        assertThat(isNoticed(home)).isFalse();
        System.out.println(noticed + " of " + times + " flipped bits were noticed, the others changed no content");
        assertThat(noticed).isPositive();
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file.resolveSibling("catalogue.db-wal"));
        Files.deleteIfExists(file.resolveSibling("catalogue.db-shm"));
        Files.write(file, bytes);
    }

    /** Faults are named, or the catalogue can't be opened and says why. */
    private static boolean isNoticed(Path home) {
        Verification found;
        try (Archive archive = Archive.read(home, Clock.systemUTC())) {
            found = SampleArchive.verify(archive);
        } catch (RuntimeException refused) {
            assertThat(refused).message().isNotBlank();
            return true;
        }
        assertThat(found.faults()).allMatch(fault -> !fault.what().isBlank());
        return !found.isClean();
    }

    /** What the tables say, row by row; of a table that can't be read, nothing. */
    private static Map<String, List<String>> content(Path file) {
        SingleConnectionDataSource source = new SingleConnectionDataSource("jdbc:sqlite:" + file, true);
        Map<String, List<String>> content = new LinkedHashMap<>();
        try {
            JdbcTemplate sql = new JdbcTemplate(source);
            EVIDENCE.forEach((table, columns) -> content.put(
                    table,
                    sql.queryForList("select " + columns + " from " + table).stream()
                            .map(row -> row.values().stream()
                                    .map(DatabaseFileTest::text)
                                    .toList()
                                    .toString())
                            .sorted()
                            .toList()));
        } catch (DataAccessException unreadable) {
            return new LinkedHashMap<>(Map.of("unreadable", new ArrayList<>()));
        } finally {
            source.destroy();
        }
        return content;
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
    }
}

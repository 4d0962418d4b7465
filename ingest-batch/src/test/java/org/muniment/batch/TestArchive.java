package org.muniment.batch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Catalogue;
import org.muniment.archive.hold.CaughtItems;
import org.muniment.archive.hold.Holds;
import org.muniment.archive.hold.ReleaseVeto;
import org.muniment.archive.index.SearchIndex;
import org.muniment.archive.item.Items;
import org.muniment.archive.item.Runs;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.schedule.Retention;
import org.muniment.archive.store.ObjectStore;

/** Opens the rooms of an archive for tests of jobs. */
public final class TestArchive {
    private static final String TEMPLATE = "migrated";

    private static @Nullable EmbeddedPostgres server;

    private TestArchive() {}

    public static Rooms open(Catalogue catalogue, ObjectStore store, SearchIndex index, Path folder) {
        createFolder(folder);
        Ledger ledger = new Ledger(
                catalogue.writer(),
                catalogue.reader(),
                LedgerKey.open(folder.resolve("ledger.key"), "district.example/test"));
        return new Rooms(
                catalogue,
                store,
                new ItemReader(ReadingLimits.DEFAULT, folder.resolve("reading")),
                new Items(catalogue.writer(), catalogue.reader(), ledger),
                new Runs(catalogue.writer(), catalogue.reader(), ledger),
                ledger,
                Retention.of(catalogue.writer(), catalogue.reader(), ledger, ZoneId.of("America/Los_Angeles")),
                new Holds(
                        catalogue.writer(),
                        catalogue.reader(),
                        ledger,
                        ZoneId.of("America/Los_Angeles"),
                        ReleaseVeto.NONE),
                new CaughtItems(catalogue.writer(), catalogue.reader()),
                index,
                folder.resolve("spool"),
                Clock.systemUTC());
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Catalogue sqlite(Path folder) {
        return Catalogue.sqlite(folder.resolve("catalogue.db"));
    }

    /** A new database on the one test server. */
    public static Catalogue postgresql() {
        return Catalogue.postgresql(postgresqlAddress(), "postgres");
    }

    /** The address of a new database on the one test server: a copy of one whose tables were made by all migrations. */
    public static String postgresqlAddress() {
        EmbeddedPostgres running = server();
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        execute(running, "create database " + name + " template " + TEMPLATE);
        return address(running, name);
    }

    private static String address(EmbeddedPostgres running, String name) {
        return "jdbc:postgresql://127.0.0.1:" + running.getPort() + "/" + name + "?user=postgres";
    }

    private static void execute(EmbeddedPostgres running, String statement) {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No test takes the machine's power away: nothing is forced to the disk. */
    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            execute(server, "create database " + TEMPLATE);
            Catalogue.postgresql(address(server, TEMPLATE), "postgres").close();
        }
        return server;
    }
}

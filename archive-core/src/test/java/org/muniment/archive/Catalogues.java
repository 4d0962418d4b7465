package org.muniment.archive;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Real catalogues for contract tests: SQLite in a folder, PostgreSQL in a server that lives as long as the tests. */
public final class Catalogues {
    private static final String TEMPLATE = "migrated";

    private static @Nullable EmbeddedPostgres server;

    private Catalogues() {}

    public static Catalogue sqlite(Path folder) {
        return Catalogue.sqlite(folder.resolve("catalogue-" + UUID.randomUUID() + ".db"));
    }

    /** A new database on the one test server: a copy of one whose tables were made by all migrations. */
    public static Catalogue postgresql() {
        EmbeddedPostgres running = server();
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        execute(running, "create database " + name + " template " + TEMPLATE);
        return Catalogue.postgresql(address(running, name), "postgres");
    }

    private static String address(EmbeddedPostgres running, String name) {
        return "jdbc:postgresql://127.0.0.1:" + running.getPort() + "/" + name + "?user=postgres";
    }

    private static void execute(EmbeddedPostgres running, String statement) {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                var one = connection.createStatement()) {
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

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
    private static @Nullable EmbeddedPostgres server;

    private Catalogues() {}

    public static Catalogue sqlite(Path folder) {
        return Catalogue.sqlite(folder.resolve("catalogue-" + UUID.randomUUID() + ".db"));
    }

    /** A new, empty database on the one test server. */
    public static Catalogue postgresql() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        EmbeddedPostgres running = server();
        try (Connection connection = running.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Catalogue.postgresql(
                "jdbc:postgresql://127.0.0.1:" + running.getPort() + "/" + name + "?user=postgres", "postgres");
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }
}

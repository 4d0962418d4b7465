package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.rest.Program;
import org.muniment.api.web.Routes.Route;
import org.muniment.archive.access.Role;

/** Whoever only reads changes nothing: every GET route, by every role, beside the tables of the catalogue and the archive's files. */
@Tag("slow")
class ReadingChangesNothingTest {
    /** What a look leaves behind, and why. */
    private static final Map<String, String> LEFT_BEHIND = Map.of(
            "look", "who looked at mail of others is recorded before it is shown (0025)",
            "access_count", "the number of the last look",
            "access_token", "when a token was last used, to the minute, is shown to its owner");

    /** Files that are made when they are first asked for, and could be made again; and what the database itself writes. */
    private static final Map<String, String> MADE_AGAIN = Map.of(
            "productions/[^/]+\\.zip", "a bundle is packed when it is first downloaded",
            "catalogue\\.db.*", "the tables themselves, which are compared row by row",
            "index/.*", "the index catches up with the catalogue");

    @TempDir
    private static Path folder;

    @Test
    void noGetChangesTheArchive() throws InterruptedException, SQLException {
        try (WorkedDistrict district = WorkedDistrict.start(folder);
                Rows rows = new Rows(district.server().archive())) {
            Names names = district.work();
            Map<String, String> before = rows.digests();
            Map<String, Long> files = files(district.server().archive());
            List<String> changed = new ArrayList<>();
            for (Role role : Role.values()) {
                changed.addAll(new Reader(district.server(), names, rows).read(role));
            }
            assertThat(changed).isEmpty();
            assertThat(differing(before, rows.digests())).isSubsetOf(LEFT_BEHIND.keySet());
            assertThat(files(district.server().archive())).isEqualTo(files);
        }
    }

    /** Asks every route that may be read, and says which changed something. */
    private record Reader(TestServer server, Names names, Rows rows) {
        List<String> read(Role role) throws SQLException {
            List<String> changed = new ArrayList<>();
            try (Visitor visitor = new Visitor(server).signIn(TestDistrict.user(role))) {
                Program program = Program.of(server, TestDistrict.user(role));
                Map<String, String> before = rows.digests();
                for (Route route : server.routes()) {
                    if (!route.method().equals("GET")) {
                        continue;
                    }
                    ask(visitor, program, route);
                    Map<String, String> after = rows.digests();
                    differing(before, after).stream()
                            .filter(table -> !LEFT_BEHIND.containsKey(table))
                            .forEach(table -> changed.add(route.pattern() + " changed " + table + " for " + role));
                    before = after;
                }
            }
            return changed;
        }

        private void ask(Visitor visitor, Program program, Route route) {
            if (!route.pattern().startsWith("/api/")) {
                visitor.get(names.known(route));
                return;
            }
            program.get(names.known(route));
            if (route.pattern().matches("/api/v1/(items|search).*")) {
                program.get(names.forAPurpose(route));
            }
        }
    }

    private static Set<String> differing(Map<String, String> before, Map<String, String> after) {
        Map<String, String> differing = new TreeMap<>(after);
        differing.entrySet().removeAll(before.entrySet());
        return differing.keySet();
    }

    private static Map<String, Long> files(Path archive) {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(archive)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = archive.relativize(file).toString();
                if (MADE_AGAIN.keySet().stream().noneMatch(name::matches)) {
                    sizes.put(name, Files.size(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sizes;
    }

    /** The rows of every table of a catalogue, seen by a connection of its own. */
    private static final class Rows implements AutoCloseable {
        private final Connection connection;
        private long version = -1;
        private Map<String, String> digests = Map.of();

        Rows(Path archive) throws SQLException {
            connection = DriverManager.getConnection("jdbc:sqlite:" + archive.resolve("catalogue.db"));
        }

        /** A digest for each table; SQLite's data_version tells whether anybody wrote since. */
        Map<String, String> digests() throws SQLException {
            long now = Long.parseLong(column("pragma data_version").getFirst());
            if (now != version) {
                version = now;
                digests = new TreeMap<>();
                for (String table : column("select name from sqlite_master where type = 'table'")) {
                    digests.put(table, digest(table));
                }
            }
            return Map.copyOf(digests);
        }

        private List<String> column(String query) throws SQLException {
            List<String> values = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }

        private String digest(String table) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select * from " + table)) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        digest.update(value(rows, column));
                        digest.update((byte) 0);
                    }
                }
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private static byte[] value(ResultSet rows, int column) throws SQLException {
            Object value = rows.getObject(column);
            return value instanceof byte[] bytes ? bytes : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}

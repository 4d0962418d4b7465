package org.muniment.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Copies every table of one catalogue, as they are at one moment, into another one that is empty; each may be on either
 * engine. Tables that only one of the two has stay out: what jobs under way remember is of no use elsewhere. Rows pass one
 * by one, so memory does not grow.
 */
final class CatalogueCopy {
    private static final int BATCH = 500;
    private static final String HISTORY = "flyway_schema_history";
    /** Tables that a new catalogue has no rows in. */
    private static final Set<String> MAIN = Set.of("item", "run", "collection", "matter", "records_request");

    private final DataSource from;
    private final DataSource to;

    CatalogueCopy(DataSource from, DataSource to) {
        this.from = from;
        this.to = to;
    }

    void run() {
        try (Connection source = from.getConnection();
                Connection target = to.getConnection()) {
            source.setAutoCommit(false);
            if (isPostgresql(source)) {
                source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            target.setAutoCommit(false);
            try {
                copy(source, target);
                target.commit();
            } catch (SQLException | RuntimeException e) {
                target.rollback();
                throw e;
            } finally {
                source.rollback();
                source.setAutoCommit(true);
                target.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue can't be copied: " + e.getMessage(), e);
        }
    }

    private static boolean isPostgresql(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
    }

    private static void copy(Connection source, Connection target) throws SQLException {
        Map<String, List<String>> tables = tables(target);
        tables.keySet().retainAll(tables(source).keySet());
        refuseUnlessEmpty(target);
        List<String> order = parentsFirst(target, tables.keySet());
        for (String table : order.reversed()) {
            try (Statement delete = target.createStatement()) {
                delete.executeUpdate("delete from " + table);
            }
        }
        for (String table : order) {
            copy(source, target, table, tables.getOrDefault(table, List.of()));
        }
    }

    private static @Nullable String schema(Connection connection) throws SQLException {
        return isPostgresql(connection) ? connection.getSchema() : null;
    }

    /** Columns of each table of the connection's own schema. */
    private static Map<String, List<String>> tables(Connection connection) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        String schema = schema(connection);
        try (ResultSet row = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (row.next()) {
                String name = row.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (!name.equals(HISTORY) && !name.startsWith("sqlite_") && !name.startsWith("batch_")) {
                    tables.put(name, new ArrayList<>());
                }
            }
        }
        try (ResultSet row = connection.getMetaData().getColumns(null, schema, "%", "%")) {
            while (row.next()) {
                List<String> columns = tables.get(row.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                if (columns != null) {
                    columns.add(row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return tables;
    }

    private static void refuseUnlessEmpty(Connection target) throws SQLException {
        for (String table : MAIN) {
            try (Statement look = target.createStatement();
                    ResultSet found = look.executeQuery("select 1 from " + table + " limit 1")) {
                if (found.next()) {
                    throw new ArchiveRefused("The catalogue to be filled is not empty: its table " + table
                            + " has rows. Name a new, empty database.");
                }
            }
        }
    }

    /** Rows that others refer to must be there first. */
    private static List<String> parentsFirst(Connection connection, Set<String> tables) throws SQLException {
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        for (String table : tables) {
            Set<String> of = new TreeSet<>();
            try (ResultSet key = connection.getMetaData().getImportedKeys(null, schema(connection), table)) {
                while (key.next()) {
                    of.add(key.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
            of.remove(table);
            of.retainAll(tables);
            parents.put(table, of);
        }
        List<String> order = new ArrayList<>();
        while (order.size() < parents.size()) {
            int before = order.size();
            parents.forEach((table, of) -> {
                if (!order.contains(table) && order.containsAll(of)) {
                    order.add(table);
                }
            });
            if (order.size() == before) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + parents.keySet());
            }
        }
        return order;
    }

    private static void copy(Connection source, Connection target, String table, List<String> columns)
            throws SQLException {
        String names = String.join(", ", columns);
        String places = String.join(", ", java.util.Collections.nCopies(columns.size(), "?"));
        // A row may refer to an earlier one of its own table.
        String order = columns.contains("number") ? " order by number" : "";
        try (Statement select = source.createStatement();
                PreparedStatement insert =
                        target.prepareStatement("insert into " + table + " (" + names + ") values (" + places + ")")) {
            select.setFetchSize(BATCH);
            try (ResultSet row = select.executeQuery("select " + names + " from " + table + order)) {
                fill(insert, row, columns.size());
            }
        }
    }

    private static void fill(PreparedStatement insert, ResultSet row, int columns) throws SQLException {
        int waiting = 0;
        while (row.next()) {
            for (int column = 1; column <= columns; column++) {
                insert.setObject(column, row.getObject(column));
            }
            insert.addBatch();
            if (++waiting == BATCH) {
                insert.executeBatch();
                waiting = 0;
            }
        }
        insert.executeBatch();
    }
}

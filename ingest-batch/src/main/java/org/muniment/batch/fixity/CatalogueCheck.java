package org.muniment.batch.fixity;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks the database engine to check its own pages, where it can (SQLite). */
final class CatalogueCheck {
    private final DataSource reader;
    private final Faults faults;

    CatalogueCheck(DataSource reader, Faults faults) {
        this.reader = reader;
        this.faults = faults;
    }

    void run() {
        try {
            if (isSqlite()) {
                new JdbcTemplate(reader)
                        .queryForList("pragma integrity_check(100)", String.class).stream()
                                .filter(line -> !line.equals("ok"))
                                .forEach(line -> faults.add("catalogue", line + "; restore it from a backup"));
            }
        } catch (DataAccessException | SQLException e) {
            faults.add("catalogue", "can't be checked: " + e.getMessage());
        }
    }

    private boolean isSqlite() throws SQLException {
        try (Connection connection = reader.getConnection()) {
            return connection.getMetaData().getURL().startsWith("jdbc:sqlite:");
        }
    }
}

package org.muniment.archive.item;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Statements over many values at a time, in portions that both databases take. */
final class Statements {
    private static final int PORTION = 1000;

    private final JdbcTemplate jdbc;

    Statements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs a query that ends in {@code in } for all values. */
    void in(String query, java.util.Collection<?> values, RowCallbackHandler rows) {
        List<Object> all = new ArrayList<>(values);
        for (int from = 0; from < all.size(); from += PORTION) {
            List<Object> some = all.subList(from, Math.min(all.size(), from + PORTION));
            jdbc.query(query + "(?" + ", ?".repeat(some.size() - 1) + ")", rows, some.toArray());
        }
    }

    /** Runs a query that ends in {@code in } for all pairs of values. */
    void inPairs(String query, List<Object[]> pairs, RowCallbackHandler rows) {
        for (int from = 0; from < pairs.size(); from += PORTION) {
            List<Object[]> some = pairs.subList(from, Math.min(pairs.size(), from + PORTION));
            String values = "(values (?, ?)" + ", (?, ?)".repeat(some.size() - 1) + ")";
            jdbc.query(query + values, rows, some.stream().flatMap(Stream::of).toArray());
        }
    }

    <T> void insert(String statement, java.util.Collection<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(statement, rows, PORTION, setter);
        }
    }
}

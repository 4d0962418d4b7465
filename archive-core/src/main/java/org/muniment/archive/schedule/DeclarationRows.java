package org.muniment.archive.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Declarations as they are stored. */
final class DeclarationRows {
    static final String COLUMNS =
            "item, number, record_class, series, reason, officer, declared_at, second, confirmed_at";

    private final JdbcTemplate jdbc;

    DeclarationRows(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** The declarations about each of these items that has any, in order. */
    Map<ItemId, List<Declaration>> about(Collection<ItemId> items) {
        Map<ItemId, List<Declaration>> found = new HashMap<>();
        Many.query(jdbc, "select " + COLUMNS + " from declaration where item in ", items, row -> {
            Declaration one = from(row, 0);
            found.computeIfAbsent(one.item(), any -> new ArrayList<>()).add(one);
        });
        found.values().forEach(list -> list.sort(Comparator.comparing(Declaration::number)));
        return found;
    }

    List<Declaration> about(ItemId item) {
        return about(List.of(item)).getOrDefault(item, List.of());
    }

    static Declaration from(ResultSet row, int number) throws SQLException {
        String second = row.getString(8);
        long confirmed = row.getLong(9);
        return new Declaration(
                new ItemId(row.getString(1)),
                row.getLong(2),
                RecordClass.of(row.getInt(3)),
                new SeriesId(row.getString(4)),
                row.getString(5),
                new Officer(row.getString(6)),
                Instant.ofEpochMilli(row.getLong(7)),
                second == null ? null : new Officer(second),
                second == null ? null : Instant.ofEpochMilli(confirmed));
    }
}

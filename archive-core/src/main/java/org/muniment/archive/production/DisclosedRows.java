package org.muniment.archive.production;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code production_item}: what productions said of items. */
final class DisclosedRows {
    private static final int TOGETHER = 500;
    private static final String COLUMNS =
            "select i.item, i.disclosure, i.redactions, i.first, i.last, p.prefix, p.number, p.released"
                    + " from production_item i join production p on p.number = i.production ";

    private final JdbcTemplate jdbc;

    DisclosedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(ProductionId production, List<Disclosed> items) {
        List<Object[]> rows = new ArrayList<>(items.size());
        for (Disclosed item : items) {
            Digest redactions = item.redactions();
            rows.add(new Object[] {
                production.number(),
                rows.size() + 1L,
                item.item().value(),
                item.disclosure().name(),
                redactions == null ? "" : redactions.hex(),
                item.pages().first().number(),
                item.pages().last().number()
            });
        }
        jdbc.batchUpdate(
                "insert into production_item (production, ordinal, item, disclosure, redactions, first, last)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    List<Disclosed> page(ProductionId production, long after, int limit) {
        return jdbc.query(
                COLUMNS + "where i.production = ? and i.ordinal > ? order by i.ordinal limit ?",
                (row, number) -> disclosed(row),
                production.number(),
                after,
                limit);
    }

    boolean exist(ProductionId production) {
        return !page(production, Long.MIN_VALUE, 1).isEmpty();
    }

    /** Digest of what a production says of its items; their places in it are 1, 2, 3. */
    Digest list(ProductionId production) {
        MessageDigest digest = Digest.sha256();
        long after = 0;
        for (List<Disclosed> some = page(production, after, TOGETHER);
                !some.isEmpty();
                some = page(production, after, TOGETHER)) {
            some.forEach(item -> item.addTo(digest));
            after += some.size();
        }
        return Digest.ofHash(digest.digest());
    }

    Map<ItemId, List<EarlierRelease>> released(Collection<ItemId> items) {
        List<ItemId> all = items.stream().distinct().toList();
        Map<ItemId, List<EarlierRelease>> found = new TreeMap<>();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            for (EarlierRelease one : some(all.subList(from, Math.min(all.size(), from + TOGETHER)))) {
                found.computeIfAbsent(one.disclosed().item(), absent -> new ArrayList<>())
                        .add(one);
            }
        }
        return found;
    }

    private List<EarlierRelease> some(List<ItemId> items) {
        String marks = items.stream().map(item -> "?").collect(Collectors.joining(", "));
        return jdbc.query(
                COLUMNS + "where i.item in (" + marks
                        + ") and p.stage = 'RELEASED' order by p.released, p.number, i.ordinal",
                (row, number) -> new EarlierRelease(
                        ProductionId.of(row.getLong("number")),
                        Instant.ofEpochMilli(row.getLong("released")),
                        disclosed(row)),
                items.stream().map(ItemId::value).toArray());
    }

    private static Disclosed disclosed(ResultSet row) throws SQLException {
        String prefix = row.getString("prefix");
        String redactions = row.getString("redactions");
        return new Disclosed(
                new ItemId(row.getString("item")),
                Disclosure.valueOf(row.getString("disclosure")),
                redactions.isEmpty() ? null : new Digest(redactions),
                new BatesRange(
                        new BatesNumber(prefix, row.getLong("first")), new BatesNumber(prefix, row.getLong("last"))));
    }
}

package org.muniment.archive.production;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code bates}, and the numbers that are lost. */
final class BatesRows {
    private final JdbcTemplate jdbc;

    /**
     * Where a prefix stands.
     *
     * @param next the next number that is free; the first one of its holder, where there is one
     * @param holder the draft that is being numbered; null for none
     */
    record Row(long next, @Nullable ProductionId holder) {}

    BatesRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The prefix as the caller's transaction sees it; until that ends, nobody else gets past this. */
    Row lock(String prefix) {
        jdbc.update("insert into bates (prefix, next) values (?, 1) on conflict (prefix) do nothing", prefix);
        return jdbc.query(
                        "update bates set next = next where prefix = ? returning next, holder",
                        (row, number) -> new Row(row.getLong(1), id(row, 2)),
                        prefix)
                .getFirst();
    }

    private static @Nullable ProductionId id(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : ProductionId.of(number);
    }

    /** Gives a draft the numbers from one on. */
    void hold(BatesNumber first, ProductionId draft) {
        jdbc.update("update bates set holder = ? where prefix = ?", draft.number(), first.prefix());
        jdbc.update("update production set reserved = ? where number = ?", first.number(), draft.number());
    }

    /** Ends a reservation. */
    void end(String prefix, long next) {
        jdbc.update("update bates set next = ?, holder = null where prefix = ?", next, prefix);
    }

    Optional<ProductionId> holder(String prefix) {
        return jdbc
                .queryForList("select holder from bates where prefix = ? and holder is not null", Long.class, prefix)
                .stream()
                .map(ProductionId::of)
                .findFirst();
    }

    List<Gap> gaps(String prefix) {
        Stream<Gap> free = jdbc
                .query(
                        "select f.first, f.last, p.number from production_free f join production p on p.number = f.production"
                                + " where p.prefix = ? and p.stage <> 'ABANDONED'",
                        (row, number) -> gap(prefix, row, "left free"),
                        prefix)
                .stream();
        Stream<Gap> abandoned = jdbc
                .query(
                        "select reserved, coalesce(last, stamping), number, reason from production where prefix = ?"
                                + " and stage = 'ABANDONED' and coalesce(last, stamping) is not null",
                        (row, number) -> gap(prefix, row, row.getString(4)),
                        prefix)
                .stream();
        return Stream.concat(free, abandoned)
                .sorted((a, b) -> a.numbers().first().compareTo(b.numbers().first()))
                .toList();
    }

    private static Gap gap(String prefix, ResultSet row, String why) throws SQLException {
        return new Gap(
                new BatesRange(new BatesNumber(prefix, row.getLong(1)), new BatesNumber(prefix, row.getLong(2))),
                ProductionId.of(row.getLong(3)),
                why);
    }
}

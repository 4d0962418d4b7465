package org.muniment.archive.production;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code production} and {@code production_free}. */
final class ProductionRows {
    private final JdbcTemplate jdbc;

    ProductionRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a draft; others who add one wait until the caller's transaction ends, so numbers have no gaps. */
    ProductionId add(ProductionOrder order) {
        Long number = jdbc.queryForObject(
                "update production_count set drafted = drafted + 1 where one = 1 returning drafted", Long.class);
        if (number == null) {
            throw new IllegalStateException("The catalogue has no count of productions");
        }
        ProductionId replaces = order.replaces();
        jdbc.update(
                "insert into production (number, about, format, prefix, query, officer, ordered, replaces, stage)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT')",
                number,
                order.about(),
                order.format().name(),
                order.prefix(),
                order.query(),
                order.by().name(),
                order.at().toEpochMilli(),
                replaces == null ? null : replaces.number());
        return ProductionId.of(number);
    }

    /** Nobody else changes it until the caller's transaction ends. */
    void lock(ProductionId production) {
        jdbc.update("update production set number = number where number = ?", production.number());
    }

    void stamping(ProductionId production, long through) {
        jdbc.update(
                "update production set stamping = ? where number = ? and (stamping is null or stamping < ?)",
                through,
                production.number(),
                through);
    }

    void built(ProductionId production, Built built, Instant at) {
        change(
                production,
                "update production set stage = 'BUILT', last = ?, documents = ?, items = ?, file = ?, manifest = ?,"
                        + " time_stamp = ?, built = ? where number = ?",
                built.range().last().number(),
                built.documents(),
                (long) built.items().size(),
                built.file().hex(),
                built.manifest().hex(),
                built.timeStamp(),
                at.toEpochMilli(),
                production.number());
        for (BatesRange free : built.free()) {
            jdbc.update(
                    "insert into production_free (production, first, last) values (?, ?, ?)",
                    production.number(),
                    free.first().number(),
                    free.last().number());
        }
        new DisclosedRows(jdbc).add(production, built.items());
    }

    void checked(ProductionId production, Officer second, Instant at) {
        change(
                production,
                "update production set stage = 'CHECKED', second = ?, checked = ? where number = ?",
                second.name(),
                at.toEpochMilli(),
                production.number());
    }

    void released(ProductionId production, Officer by, Instant at) {
        change(
                production,
                "update production set stage = 'RELEASED', released_by = ?, released = ? where number = ?",
                by.name(),
                at.toEpochMilli(),
                production.number());
    }

    void abandoned(ProductionId production, Officer by, String reason, Instant at) {
        change(
                production,
                "update production set stage = 'ABANDONED', abandoned_by = ?, reason = ?, abandoned = ? where number = ?",
                by.name(),
                reason,
                at.toEpochMilli(),
                production.number());
    }

    private void change(ProductionId production, String update, Object... values) {
        if (jdbc.update(update, values) != 1) {
            throw new IllegalStateException("There is no production " + production);
        }
    }

    /** The numbers that stand, or may stand, on pages of it; empty for none. */
    Optional<BatesRange> numbers(ProductionId production) {
        return jdbc
                .query(
                        "select prefix, reserved, coalesce(last, stamping) from production where number = ?"
                                + " and coalesce(last, stamping) is not null",
                        (row, number) -> range(row.getString(1), row.getLong(2), row.getLong(3)),
                        production.number())
                .stream()
                .findFirst();
    }

    private static BatesRange range(String prefix, long first, long last) {
        return new BatesRange(new BatesNumber(prefix, first), new BatesNumber(prefix, last));
    }

    /** Whether numbers are listed that were left free in it. */
    boolean haveFree(ProductionId production) {
        return !jdbc.queryForList(
                        "select first from production_free where production = ? limit 1",
                        Long.class,
                        production.number())
                .isEmpty();
    }

    /**
     * Reads one.
     *
     * @throws ProductionRefused when there is none of that name
     */
    Production one(ProductionId production) {
        return find(production).orElseThrow(() -> new ProductionRefused("There is no production " + production + "."));
    }

    Optional<Production> find(ProductionId production) {
        List<long[]> free = jdbc.query(
                "select first, last from production_free where production = ? order by first",
                (row, at) -> new long[] {row.getLong(1), row.getLong(2)},
                production.number());
        return jdbc
                .query(
                        "select * from production where number = ?",
                        (row, at) -> production(row, free),
                        production.number())
                .stream()
                .findFirst();
    }

    List<Production> latest(long before, int limit) {
        return jdbc
                .queryForList(
                        "select number from production where number < ? order by number desc limit ?",
                        Long.class,
                        before,
                        limit)
                .stream()
                .map(number -> one(ProductionId.of(number)))
                .toList();
    }

    private static Production production(ResultSet row, List<long[]> free) throws SQLException {
        ProductionId id = ProductionId.of(row.getLong("number"));
        ProductionOrder order = order(row);
        Long reserved = number(row, "reserved");
        return new Production(
                id,
                order,
                reserved == null ? null : new BatesNumber(order.prefix(), reserved),
                row.getString("file") == null ? null : bundle(row, order.prefix(), free),
                stage(row));
    }

    private static ProductionOrder order(ResultSet row) throws SQLException {
        Long replaces = number(row, "replaces");
        return new ProductionOrder(
                row.getString("about"),
                ProductionFormat.valueOf(row.getString("format")),
                row.getString("prefix"),
                row.getString("query"),
                new Officer(row.getString("officer")),
                instant(row, "ordered"),
                replaces == null ? null : ProductionId.of(replaces));
    }

    private static Production.Bundle bundle(ResultSet row, String prefix, List<long[]> free) throws SQLException {
        return new Production.Bundle(
                range(prefix, row.getLong("reserved"), row.getLong("last")),
                row.getLong("documents"),
                row.getLong("items"),
                new Digest(row.getString("file")),
                new Digest(row.getString("manifest")),
                free.stream().map(part -> range(prefix, part[0], part[1])).toList(),
                row.getString("time_stamp"),
                instant(row, "built"));
    }

    private static Production.Stage stage(ResultSet row) throws SQLException {
        String stage = row.getString("stage");
        return switch (stage) {
            case "DRAFT" -> new Production.Stage.Draft();
            case "BUILT" -> new Production.Stage.Built();
            case "CHECKED" ->
                new Production.Stage.Checked(new Officer(row.getString("second")), instant(row, "checked"));
            case "RELEASED" ->
                new Production.Stage.Released(
                        new Officer(row.getString("second")),
                        new Officer(row.getString("released_by")),
                        instant(row, "released"));
            case "ABANDONED" ->
                new Production.Stage.Abandoned(
                        new Officer(row.getString("abandoned_by")), row.getString("reason"), instant(row, "abandoned"));
            default -> throw new IllegalStateException("A production is not " + stage);
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}

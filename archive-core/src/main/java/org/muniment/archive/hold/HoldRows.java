package org.muniment.archive.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.LegalHold.State;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQueryParser;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of holds, their custodians and their changes, and what they add up to. */
final class HoldRows {
    private static final String COLUMNS =
            "select number, matter, kind, first_day, last_day, query, zone, placed, placed_by from legal_hold ";

    private final JdbcTemplate jdbc;

    HoldRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a hold, in a transaction that has locked the epoch: numbers have no gaps. */
    HoldId add(long matter, HoldKind kind, HoldScope scope, ZoneId zone, Officer by, Instant at) {
        Long last = jdbc.queryForObject("select coalesce(max(number), 0) from legal_hold", Long.class);
        long number = (last == null ? 0 : last) + 1;
        LocalDate from = scope.from();
        LocalDate to = scope.to();
        jdbc.update(
                "insert into legal_hold (number, matter, kind, first_day, last_day, query, zone, placed, placed_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                matter,
                kind.name(),
                from == null ? null : from.toEpochDay(),
                to == null ? null : to.toEpochDay(),
                scope.terms() == null ? "" : scope.terms().toString(),
                zone.getId(),
                at.toEpochMilli(),
                by.name());
        jdbc.batchUpdate(
                "insert into hold_custodian (hold, custodian) values (?, ?)",
                scope.custodians().stream()
                        .sorted()
                        .map(custodian -> new Object[] {number, custodian.address()})
                        .toList());
        return new HoldId("H" + number);
    }

    static long number(HoldId hold) {
        return Long.parseLong(hold.value().substring(1));
    }

    List<PlacedHold> binding(LocalDate day) {
        return all().stream().filter(placed -> placed.hold().bindsOn(day)).toList();
    }

    List<PlacedHold> all() {
        return read("");
    }

    Optional<PlacedHold> find(HoldId hold) {
        return read("where {hold} = ?", number(hold)).stream().findFirst();
    }

    /**
     * Reads a hold.
     *
     * @throws HoldRefused when there is none of that name
     */
    PlacedHold one(HoldId hold) {
        return find(hold).orElseThrow(() -> new HoldRefused("There is no hold " + hold));
    }

    private List<PlacedHold> read(String where, Object... values) {
        Map<Long, Set<Custodian>> custodians = new HashMap<>();
        jdbc.query(
                "select hold, custodian from hold_custodian " + where.replace("{hold}", "hold"),
                row -> {
                    custodians
                            .computeIfAbsent(row.getLong(1), any -> new HashSet<>())
                            .add(new Custodian(row.getString(2)));
                },
                values);
        Map<Long, State> states = new HashMap<>();
        jdbc.query(
                "select hold, step, at, officer, reason, ends from hold_change " + where.replace("{hold}", "hold")
                        + " order by hold, ordinal",
                row -> {
                    states.compute(row.getLong(1), (hold, state) -> after(state, row));
                },
                values);
        return jdbc.query(
                COLUMNS + where.replace("{hold}", "number") + " order by number",
                (row, number) -> placed(
                        row,
                        custodians.getOrDefault(row.getLong(1), Set.of()),
                        states.getOrDefault(row.getLong(1), new State.InForce())),
                values);
    }

    private static State after(@Nullable State before, ResultSet row) {
        try {
            Officer officer = new Officer(row.getString(4));
            Instant at = Instant.ofEpochMilli(row.getLong(3));
            return switch (Step.valueOf(row.getString(2))) {
                case REQUESTED -> new State.ReleaseRequested(officer, row.getString(5), at);
                case APPROVED -> {
                    if (!(before instanceof State.ReleaseRequested requested)) {
                        throw new IllegalStateException("Hold H" + row.getLong(1) + " was released without a request");
                    }
                    yield new State.CoolingOff(
                            requested.by(), officer, requested.reason(), at, LocalDate.ofEpochDay(row.getLong(6)));
                }
            };
        } catch (SQLException e) {
            throw new IllegalStateException("A change of a hold can't be read", e);
        }
    }

    private static PlacedHold placed(ResultSet row, Set<Custodian> custodians, State state) throws SQLException {
        ZoneId zone = ZoneId.of(row.getString(7));
        String query = row.getString(6);
        HoldScope scope = new HoldScope(
                custodians, day(row, 4), day(row, 5), query.isEmpty() ? null : new ItemQueryParser(zone).parse(query));
        LegalHold hold = new LegalHold(
                new HoldId("H" + row.getLong(1)),
                "M" + row.getLong(2),
                HoldKind.valueOf(row.getString(3)),
                scope,
                new Officer(row.getString(9)),
                Instant.ofEpochMilli(row.getLong(8)),
                state);
        return new PlacedHold(hold, zone);
    }

    private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        long day = row.getLong(column);
        return row.wasNull() ? null : LocalDate.ofEpochDay(day);
    }
}

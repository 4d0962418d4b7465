package org.muniment.archive.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of departures. */
final class DepartureRows {
    private final JdbcTemplate jdbc;

    DepartureRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Departure> all() {
        Map<Long, List<HoldId>> holds = new HashMap<>();
        Map<Long, List<Departure.Done>> done = new HashMap<>();
        jdbc.query("select departure, hold from departure_hold order by departure, length(hold), hold", row -> {
            holds.computeIfAbsent(row.getLong(1), any -> new ArrayList<>()).add(new HoldId(row.getString(2)));
        });
        jdbc.query(
                "select departure, step, officer, at, words from departure_step order by departure, ordinal", row -> {
                    done.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                            .add(new Departure.Done(
                                    DepartureStep.valueOf(row.getString(2)),
                                    new Officer(row.getString(3)),
                                    Instant.ofEpochMilli(row.getLong(4)),
                                    row.getString(5)));
                });
        return jdbc.query(
                "select number, person, separated, opened, opened_by from departure order by number",
                (row, at) -> departure(
                        row,
                        holds.getOrDefault(row.getLong(1), List.of()),
                        done.getOrDefault(row.getLong(1), List.of())));
    }

    private static Departure departure(ResultSet row, List<HoldId> holds, List<Departure.Done> done)
            throws SQLException {
        return new Departure(
                DepartureId.of(row.getLong(1)),
                PersonId.of(row.getLong(2)),
                LocalDate.ofEpochDay(row.getLong(3)),
                holds,
                new Officer(row.getString(5)),
                Instant.ofEpochMilli(row.getLong(4)),
                done);
    }

    Optional<Departure> find(DepartureId departure) {
        return all().stream().filter(one -> one.id().equals(departure)).findFirst();
    }

    void add(DepartureId departure, Person person, LocalDate separated, Officer by, Instant at) {
        jdbc.update(
                "insert into departure (number, person, separated, opened, opened_by) values (?, ?, ?, ?, ?)",
                departure.number(),
                person.id().number(),
                separated.toEpochDay(),
                at.toEpochMilli(),
                by.name());
    }

    void hold(DepartureId departure, HoldId hold) {
        jdbc.update("insert into departure_hold (departure, hold) values (?, ?)", departure.number(), hold.value());
    }

    void step(DepartureId departure, Departure.Done done) {
        jdbc.update(
                "insert into departure_step (departure, ordinal, step, at, officer, words) values (?, ?, ?, ?, ?, ?)",
                departure.number(),
                done.step().ordinal(),
                done.step().name(),
                done.at().toEpochMilli(),
                done.by().name(),
                done.words());
    }
}

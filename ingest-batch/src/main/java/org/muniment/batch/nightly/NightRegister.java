package org.muniment.batch.nightly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.muniment.archive.Catalogue;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The register of nights and of what came of their steps. Runs its own transactions. */
final class NightRegister {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Catalogue catalogue;
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;

    /** A night, from its start to its page; attempts count from 1. */
    record Night(LocalDate day, int attempt, Instant started) {
        /** For the job's name. */
        String id() {
            return day + "/" + attempt;
        }
    }

    /** What came of a step. */
    record Done(NightReport.Step step, Findings findings) {}

    NightRegister(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.writer = new JdbcTemplate(catalogue.writer());
        this.reader = new JdbcTemplate(catalogue.reader());
    }

    /** The latest night whose page was not written. */
    Optional<Night> open() {
        return reader
                .query(
                        "select day, attempt, started from night where ended is null"
                                + " order by day desc, attempt desc limit 1",
                        (row, at) -> new Night(
                                LocalDate.ofEpochDay(row.getLong(1)),
                                row.getInt(2),
                                Instant.ofEpochMilli(row.getLong(3))))
                .stream()
                .findFirst();
    }

    /** Whether a night's page was written. */
    boolean isDone(LocalDate day) {
        Long found = reader.queryForObject(
                "select count(*) from night where day = ? and ended is not null", Long.class, day.toEpochDay());
        return found != null && found > 0;
    }

    Night begin(LocalDate day, Instant at) {
        Integer before = reader.queryForObject(
                "select cast(coalesce(max(attempt), 0) as integer) from night where day = ?",
                Integer.class,
                day.toEpochDay());
        Night night = new Night(day, (before == null ? 0 : before) + 1, at);
        change(jdbc -> jdbc.update(
                "insert into night (day, attempt, started, ended) values (?, ?, ?, null)",
                day.toEpochDay(),
                night.attempt(),
                at.toEpochMilli()));
        return night;
    }

    void record(Night night, int ordinal, Done done) {
        NightReport.Step step = done.step();
        change(jdbc -> jdbc.update(
                "insert into night_step (day, attempt, ordinal, name, outcome, words, millis, facts)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                night.day().toEpochDay(),
                night.attempt(),
                ordinal,
                step.name(),
                step.outcome().name(),
                step.words(),
                Math.round(step.seconds() * 1000),
                JSON.writeValueAsString(done.findings())));
    }

    /** What came of the steps so far, in their order. */
    List<Done> done(Night night) {
        return reader.query(
                "select name, outcome, words, millis, facts from night_step where day = ? and attempt = ?"
                        + " order by ordinal",
                (row, at) -> new Done(
                        new NightReport.Step(
                                row.getString(1),
                                NightReport.Outcome.valueOf(row.getString(2)),
                                row.getString(3),
                                row.getLong(4) / 1000.0),
                        JSON.readValue(row.getString(5), Findings.class)),
                night.day().toEpochDay(),
                night.attempt());
    }

    /** The numbers of the steps that came to their end. */
    Set<Integer> ordinals(Night night) {
        return new HashSet<>(reader.queryForList(
                "select ordinal from night_step where day = ? and attempt = ?",
                Integer.class,
                night.day().toEpochDay(),
                night.attempt()));
    }

    void end(Night night, Instant at) {
        change(jdbc -> jdbc.update(
                "update night set ended = ? where day = ? and attempt = ?",
                at.toEpochMilli(),
                night.day().toEpochDay(),
                night.attempt()));
    }

    private void change(Consumer<JdbcTemplate> change) {
        catalogue.transactions().executeWithoutResult(status -> change.accept(writer));
    }
}

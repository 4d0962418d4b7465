package org.muniment.archive.item;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register of runs as a check reads it, for a comparison with the ledger. Safe for many threads. */
public final class RunRegisters {
    private static final int PAGE = 1000;
    private static final String SELECT =
            "select id, source, custodian, type, source_key, state, started, ended, millis,"
                    + " read_count, stored_count, duplicate_count, unreadable_count, rejected_count, byte_count from run ";

    private final JdbcTemplate jdbc;

    /**
     * @param reader where committed state is read
     */
    public RunRegisters(DataSource reader) {
        this.jdbc = new JdbcTemplate(reader);
    }

    /** Every run, in the order of ids, read as the stream advances. */
    public Stream<RunRegister> all() {
        return Stream.iterate(
                        after(""),
                        page -> !page.isEmpty(),
                        page -> after(page.getLast().id()))
                .flatMap(List::stream);
    }

    private List<RunRegister> after(String run) {
        return jdbc.query(SELECT + "where id > ? order by id limit ?", RunRegisters::row, run, PAGE);
    }

    /** One run. */
    public Optional<RunRegister> find(String run) {
        return jdbc.query(SELECT + "where id = ?", RunRegisters::row, run).stream()
                .findFirst();
    }

    /** How many rejections there are of each run that has any, also of runs that are not registered. */
    public Map<String, Long> rejections() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.query("select run, count(*) from rejection group by run", row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    /** The rejections of a run after an ordinal and up to another, in order. */
    public List<RunRegister.Rejected> rejections(String run, long after, long upTo) {
        return jdbc.query(
                "select r.ordinal, s.source, r.place, r.reason from rejection r join run s on s.id = r.run"
                        + " where r.run = ? and r.ordinal > ? and r.ordinal <= ? order by r.ordinal",
                (row, number) -> new RunRegister.Rejected(
                        row.getLong(1), Runs.key(row.getString(2), row.getString(3)), row.getString(4)),
                run,
                after,
                upTo);
    }

    private static RunRegister row(ResultSet row, int number) throws SQLException {
        String key = Runs.key(row.getString(2), row.getString(3), row.getString(4));
        long ended = row.getLong(8);
        @Nullable Long end = row.wasNull() ? null : ended;
        return new RunRegister(
                row.getString(1),
                row.getString(6),
                key.equals(row.getString(5)),
                row.getLong(7),
                end,
                row.getLong(9),
                new Tally(
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getLong(13),
                        row.getLong(14),
                        row.getLong(15)));
    }
}

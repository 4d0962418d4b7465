package org.muniment.archive.item;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register of ingest runs, of their counts and of what they had to reject. Changes run in the caller's transaction. */
public final class Runs {
    private static final String COLUMNS = "id, source, custodian, type, state, started, ended, millis, read_count,"
            + " stored_count, duplicate_count, unreadable_count, rejected_count, byte_count";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where rejections and reconciliations are noted, in the same transaction
     */
    public Runs(DataSource writer, DataSource reader, Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
    }

    /** Notes a new run, in state {@code OPEN}. */
    public void begin(Run run) {
        writer.update(
                "insert into run (" + COLUMNS + ", source_key)"
                        + " values (?, ?, ?, ?, ?, ?, null, 0, 0, 0, 0, 0, 0, 0, ?)",
                run.id(),
                run.source(),
                run.custodian(),
                run.type(),
                Run.State.OPEN.name(),
                run.started().toEpochMilli(),
                key(run.source(), run.custodian(), run.type()));
    }

    /** Adds to a run's counts. */
    public void add(String run, Tally tally, Duration worked) {
        writer.update(
                "update run set millis = millis + ?, read_count = read_count + ?, stored_count = stored_count + ?,"
                        + " duplicate_count = duplicate_count + ?, unreadable_count = unreadable_count + ?,"
                        + " rejected_count = rejected_count + ?, byte_count = byte_count + ? where id = ?",
                worked.toMillis(),
                tally.read(),
                tally.stored(),
                tally.duplicates(),
                tally.unreadable(),
                tally.rejected(),
                tally.bytes(),
                run);
    }

    /** Names what a run could not take in, here and in the ledger. */
    public void reject(Run run, List<Rejection> rejections, Instant at) {
        if (rejections.isEmpty()) {
            return;
        }
        Long found = writer.queryForObject("select count(*) from rejection where run = ?", Long.class, run.id());
        long ordinal = found == null ? 0 : found;
        List<Object[]> rows = new ArrayList<>();
        List<CustodyEvent> events = new ArrayList<>();
        for (Rejection one : rejections) {
            String place = Storable.text(one.place());
            String reason = Storable.text(one.reason(), Storable.LINE);
            rows.add(new Object[] {run.id(), ++ordinal, place, reason});
            events.add(new CustodyEvent.Rejected(at, key(run.source(), place), reason, run.id()));
        }
        writer.batchUpdate("insert into rejection (run, ordinal, place, reason) values (?, ?, ?, ?)", rows);
        ledger.append(events);
    }

    /** Ends a run: reconciled, and noted in the ledger, when its sum holds. */
    public Run end(String run, Instant at) {
        Run open = find(writer, run).orElseThrow();
        Tally tally = open.tally();
        Run.State state = tally.holds() ? Run.State.RECONCILED : Run.State.UNRECONCILED;
        writer.update("update run set state = ?, ended = ? where id = ?", state.name(), at.toEpochMilli(), run);
        if (state == Run.State.RECONCILED) {
            ledger.append(List.of(new CustodyEvent.Reconciled(
                    at,
                    run,
                    tally.read(),
                    tally.stored(),
                    tally.duplicates(),
                    tally.unreadable(),
                    tally.rejected(),
                    tally.bytes())));
        }
        return find(writer, run).orElseThrow();
    }

    public Optional<Run> find(String run) {
        return find(reader, run);
    }

    private static Optional<Run> find(JdbcTemplate jdbc, String run) {
        return jdbc.query("select " + COLUMNS + " from run where id = ?", Runs::run, run).stream()
                .findFirst();
    }

    /** The open run of this source, if there is one to resume; the latest of several. */
    public Optional<Run> open(String source, String custodian, String type) {
        return reader
                .query(
                        "select " + COLUMNS + " from run where source_key = ? and state = 'OPEN'"
                                + " order by id desc limit 1",
                        Runs::run,
                        key(source, custodian, type))
                .stream()
                .findFirst();
    }

    /** The latest run of this source, whatever came of it. */
    public Optional<Run> last(String source, String custodian, String type) {
        return reader
                .query(
                        "select " + COLUMNS + " from run where source_key = ? order by id desc limit 1",
                        Runs::run,
                        key(source, custodian, type))
                .stream()
                .findFirst();
    }

    /** Of each source's latest run those that did not end with their sum holding: open, interrupted or unreconciled. */
    public List<Run> unreconciled() {
        return reader.query(
                "select " + COLUMNS
                        + " from run r where r.state <> 'RECONCILED' and not exists (select 1 from run later"
                        + " where later.source_key = r.source_key and later.id > r.id) order by r.id",
                Runs::run);
    }

    /** The latest runs, newest first. */
    public List<Run> latest(int limit) {
        return reader.query("select " + COLUMNS + " from run order by id desc limit ?", Runs::run, limit);
    }

    /** The same, older than the run of that id, whether there is one or not. */
    public List<Run> latest(String after, int limit) {
        return reader.query(
                "select " + COLUMNS + " from run where id < ? order by id desc limit ?", Runs::run, after, limit);
    }

    /** What all runs counted together, those that go on too. */
    public Tally counted() {
        return reader.query(
                        "select sum(read_count), sum(stored_count), sum(duplicate_count), sum(unreadable_count),"
                                + " sum(rejected_count), sum(byte_count) from run",
                        (row, at) -> tally(row, 1))
                .getFirst();
    }

    /** What a run rejected, in the order of the source, after the first {@code skip}. */
    public List<Rejection> rejections(String run, long skip, int limit) {
        return reader.query(
                "select place, reason from rejection where run = ? and ordinal > ? order by ordinal limit ?",
                (row, at) -> new Rejection(row.getString(1), row.getString(2)),
                run,
                skip,
                limit);
    }

    static String key(String... parts) {
        return Digest.of(String.join("\0", parts).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        long ended = row.getLong(7);
        Instant end = row.wasNull() ? null : Instant.ofEpochMilli(ended);
        return new Run(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Run.State.valueOf(row.getString(5)),
                Instant.ofEpochMilli(row.getLong(6)),
                end,
                Duration.ofMillis(row.getLong(8)),
                tally(row, 9));
    }

    private static Tally tally(ResultSet row, int first) throws SQLException {
        return new Tally(
                row.getLong(first),
                row.getLong(first + 1),
                row.getLong(first + 2),
                row.getLong(first + 3),
                row.getLong(first + 4),
                row.getLong(first + 5));
    }
}

package org.muniment.batch.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.Run;
import org.muniment.batch.ingest.sources.Failures;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register of purge runs. Changes run in the caller's transaction. */
final class PurgeRuns {
    private static final String SELECT =
            "select id, mailbox, state, started, until, listed, boxed, proposed, stopped from mailbox_run ";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Failures failures;

    PurgeRuns(Catalogue catalogue) {
        this.writer = new JdbcTemplate(catalogue.writer());
        this.reader = new JdbcTemplate(catalogue.reader());
        this.failures = new Failures(catalogue);
    }

    /** Notes a new run, in state {@code JUDGING}; what an earlier, stopped one proposed is given up. */
    void begin(PurgeRun run) {
        writer.update(
                "delete from mailbox_removal where state = 'PROPOSED' and run in"
                        + " (select id from mailbox_run where mailbox = ?)",
                run.mailbox());
        writer.update(
                "insert into mailbox_run (id, mailbox, state, started, ended, until, listed, boxed, proposed, stopped)"
                        + " values (?, ?, ?, ?, null, ?, 0, 0, 0, '')",
                run.id(),
                run.mailbox(),
                PurgeRun.State.JUDGING.name(),
                run.started().toEpochMilli(),
                run.until().toEpochMilli());
    }

    /** The mailbox's latest run. */
    Optional<PurgeRun> latest(long mailbox) {
        return reader.query(SELECT + "where mailbox = ? order by id desc limit 1", PurgeRuns::run, mailbox).stream()
                .findFirst();
    }

    Optional<PurgeRun> find(String run) {
        return reader.query(SELECT + "where id = ?", PurgeRuns::run, run).stream()
                .findFirst();
    }

    void judged(String run, long listed, long boxed, long proposed) {
        writer.update(
                "update mailbox_run set listed = ?, boxed = ?, proposed = ? where id = ?",
                listed,
                boxed,
                proposed,
                run);
    }

    /** Lets a run remove what it proposed. */
    void release(String run) {
        writer.update("update mailbox_run set state = 'REMOVING', ended = null, stopped = '' where id = ?", run);
    }

    void end(String run, Instant at) {
        writer.update("update mailbox_run set state = 'DONE', ended = ? where id = ?", at.toEpochMilli(), run);
    }

    void stop(String run, String why, Instant at) {
        writer.update(
                "update mailbox_run set state = 'STOPPED', ended = ?, stopped = ? where id = ?",
                at.toEpochMilli(),
                why,
                run);
    }

    /**
     * Whether the latest ingest run of a source ended with its sum holding, none is open and its latest collecting did not
     * fail; else why not, in words.
     */
    Optional<String> unreconciled(String source) {
        List<Run.State> states = reader.query(
                "select state from run where substr(source, 1, 200) = substr(?, 1, 200) and source = ?"
                        + " order by id desc",
                (row, at) -> Run.State.valueOf(row.getString(1)),
                source,
                source);
        if (states.isEmpty()) {
            return Optional.of("it was never taken into the archive");
        }
        if (states.contains(Run.State.OPEN)) {
            return Optional.of("an ingest of it was interrupted and not resumed");
        }
        return states.getFirst() == Run.State.RECONCILED
                ? failures.find(source).map(failure -> "its latest collecting failed: " + failure.why())
                : Optional.of("the sum of its latest ingest does not hold");
    }

    private static PurgeRun run(ResultSet row, int number) throws SQLException {
        String stopped = row.getString(9);
        return new PurgeRun(
                row.getString(1),
                row.getLong(2),
                PurgeRun.State.valueOf(row.getString(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                stopped.isEmpty() ? null : stopped);
    }
}

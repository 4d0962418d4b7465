package org.muniment.batch.mailbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register of mailboxes that the purge may touch. Changes run in the caller's transaction. */
public final class Mailboxes {
    private static final String SELECT = "select id, path, custodian, source, keep, added from mailbox ";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     */
    public Mailboxes(DataSource writer, DataSource reader) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
    }

    /**
     * Registers a mailbox, or changes what is known of one: a path has one custodian.
     *
     * @param source what its ingest runs name as their source
     * @param keep how long messages stay at least, when that is longer than the schedule says; null for the schedule's
     */
    public RegisteredMailbox add(Path path, Custodian custodian, String source, @Nullable Period keep, Instant at) {
        Path full = path.toAbsolutePath().normalize();
        String period = keep == null ? "" : keep.toString();
        int changed = writer.update(
                "update mailbox set custodian = ?, source = ?, keep = ?, ended = null where key = ?",
                custodian.address(),
                source,
                period,
                key(full));
        if (changed == 0) {
            writer.update(
                    "insert into mailbox (id, key, path, custodian, source, keep, added)"
                            + " select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ? from mailbox",
                    key(full),
                    full.toString(),
                    custodian.address(),
                    source,
                    period,
                    at.truncatedTo(ChronoUnit.MILLIS).toEpochMilli());
        }
        return find(writer, full).orElseThrow();
    }

    /** Takes a mailbox off the list: the purge does not touch it any more. What was removed from it stays on record. */
    public void forget(RegisteredMailbox mailbox, Instant at) {
        writer.update("update mailbox set ended = ? where id = ?", at.toEpochMilli(), mailbox.id());
    }

    /** All of them, in the order in which they were registered. */
    public List<RegisteredMailbox> all() {
        return reader.query(SELECT + "where ended is null order by id", Mailboxes::mailbox);
    }

    /** The mailbox at a path. */
    public Optional<RegisteredMailbox> find(Path path) {
        return find(reader, path.toAbsolutePath().normalize());
    }

    private static Optional<RegisteredMailbox> find(JdbcTemplate jdbc, Path path) {
        return jdbc.query(SELECT + "where key = ? and ended is null", Mailboxes::mailbox, key(path)).stream()
                .findFirst();
    }

    private static String key(Path path) {
        return Digest.of(path.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static RegisteredMailbox mailbox(ResultSet row, int number) throws SQLException {
        String keep = row.getString(5);
        return new RegisteredMailbox(
                row.getLong(1),
                Path.of(row.getString(2)),
                new Custodian(row.getString(3)),
                row.getString(4),
                keep.isEmpty() ? null : Period.parse(keep),
                Instant.ofEpochMilli(row.getLong(6)));
    }
}

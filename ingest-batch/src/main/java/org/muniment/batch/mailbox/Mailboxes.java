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
    private static final String SELECT = "select id, kind, path, custodian, source, keep, added from mailbox ";

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
     * Registers a mailbox, or changes what is known of one: it has one custodian.
     *
     * @param name of a Maildir its {@linkplain #name(Path) folder}, of an account {@code imap://user@host}
     * @param source what its ingest runs name as their source
     * @param keep how long messages stay at least, when that is longer than the schedule says; null for the schedule's
     */
    public RegisteredMailbox add(
            RegisteredMailbox.Kind kind,
            String name,
            Custodian custodian,
            String source,
            @Nullable Period keep,
            Instant at) {
        String period = keep == null ? "" : keep.toString();
        int changed = writer.update(
                "update mailbox set custodian = ?, source = ?, keep = ?, ended = null where key = ?",
                custodian.address(),
                source,
                period,
                key(name));
        if (changed == 0) {
            writer.update(
                    "insert into mailbox (id, key, kind, path, custodian, source, keep, added)"
                            + " select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ?, ? from mailbox",
                    key(name),
                    kind.name(),
                    name,
                    custodian.address(),
                    source,
                    period,
                    at.truncatedTo(ChronoUnit.MILLIS).toEpochMilli());
        }
        return find(writer, name).orElseThrow();
    }

    /** Takes a mailbox off the list: the purge does not touch it any more. What was removed from it stays on record. */
    public void forget(RegisteredMailbox mailbox, Instant at) {
        writer.update("update mailbox set ended = ? where id = ?", at.toEpochMilli(), mailbox.id());
    }

    /** All of them, in the order in which they were registered. */
    public List<RegisteredMailbox> all() {
        return reader.query(SELECT + "where ended is null order by id", Mailboxes::mailbox);
    }

    /** How a folder is named here: its absolute path. */
    public static String name(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }

    /** The mailbox of a name. */
    public Optional<RegisteredMailbox> find(String name) {
        return find(reader, name);
    }

    private static Optional<RegisteredMailbox> find(JdbcTemplate jdbc, String name) {
        return jdbc.query(SELECT + "where key = ? and ended is null", Mailboxes::mailbox, key(name)).stream()
                .findFirst();
    }

    private static String key(String name) {
        return Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static RegisteredMailbox mailbox(ResultSet row, int number) throws SQLException {
        String keep = row.getString(6);
        return new RegisteredMailbox(
                row.getLong(1),
                RegisteredMailbox.Kind.valueOf(row.getString(2)),
                row.getString(3),
                new Custodian(row.getString(4)),
                row.getString(5),
                keep.isEmpty() ? null : Period.parse(keep),
                Instant.ofEpochMilli(row.getLong(7)));
    }
}

package org.muniment.archive.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Remembers for a day what programs asked to be done, each under a key of the caller's, so that a request sent twice does
 * its deed once and is answered twice. Changes run in the caller's transaction, which must commit before the deed begins.
 * Safe for many threads and processes.
 */
public final class Idempotency {
    /** How long an answer is remembered. */
    public static final Duration REMEMBERED = Duration.ofHours(24);

    private final JdbcTemplate writer;

    /** @param writer where it is kept */
    public Idempotency(DataSource writer) {
        this.writer = new JdbcTemplate(writer);
    }

    /**
     * What a request was answered.
     *
     * @param location where to find what was made; null for none
     * @param etag of what was answered; null for none
     */
    public record Answer(
            int status, @Nullable String location, @Nullable String etag, String body) {}

    /** Whose turn it is. */
    public sealed interface Turn {
        /** Nobody sent this key before: do it, then {@link #end} or {@link #giveUp}. */
        record First() implements Turn {}

        /** It is being done, or the server ended while it was: nobody knows what became of it. */
        record UnderWay(Instant begun) implements Turn {}

        /** It was done. */
        record Done(Answer answer) implements Turn {}

        /** The key was sent with something else. */
        record Other() implements Turn {}
    }

    private record Row(boolean same, long begun, @Nullable Integer status, Answer answer) {}

    /**
     * Takes the turn of a key.
     *
     * @param key SHA-256 of who asks and the key
     * @param body SHA-256 of what is asked
     */
    public Turn begin(byte[] key, byte[] body, Instant at) {
        writer.update(
                "delete from idempotency where begun <= ?", at.minus(REMEMBERED).toEpochMilli());
        int first = writer.update(
                "insert into idempotency (key, body, begun) values (?, ?, ?) on conflict do nothing",
                key,
                body,
                at.toEpochMilli());
        return first == 1 ? new Turn.First() : known(find(key, body));
    }

    private static Turn known(Row row) {
        if (!row.same()) {
            return new Turn.Other();
        }
        return row.status() == null
                ? new Turn.UnderWay(Instant.ofEpochMilli(row.begun()))
                : new Turn.Done(row.answer());
    }

    private Row find(byte[] key, byte[] body) {
        List<Row> rows = writer.query(
                "select body, begun, status, location, etag, answer from idempotency where key = ?",
                (row, number) -> {
                    int status = row.getInt(3);
                    Integer known = row.wasNull() ? null : Integer.valueOf(status);
                    String answer = row.getString(6);
                    return new Row(
                            java.util.Arrays.equals(row.getBytes(1), body),
                            row.getLong(2),
                            known,
                            new Answer(status, row.getString(4), row.getString(5), answer == null ? "" : answer));
                },
                key);
        return rows.getFirst();
    }

    /** It was done, and answered so. */
    public void end(byte[] key, Answer answer) {
        writer.update(
                "update idempotency set status = ?, location = ?, etag = ?, answer = ? where key = ?",
                answer.status(),
                answer.location(),
                answer.etag(),
                answer.body(),
                key);
    }

    /** Nothing was done: the key may be sent again. */
    public void giveUp(byte[] key) {
        writer.update("delete from idempotency where key = ?", key);
    }
}

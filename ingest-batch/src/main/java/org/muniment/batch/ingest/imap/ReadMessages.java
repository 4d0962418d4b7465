package org.muniment.batch.ingest.imap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of messages that were taken in from mail accounts, each under the UIDVALIDITY it had. It outlives the items:
 * what the archive has destroyed is not taken in again because the mailbox still has it. Changes run in the caller's
 * transaction.
 */
final class ReadMessages {
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     */
    ReadMessages(DataSource writer, DataSource reader) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
    }

    /** Those of one folder while it has one UIDVALIDITY. */
    UidRanges of(String account, String folder, long validity) {
        return new UidRanges(reader.query(
                "select first_uid, last_uid from mail_read where folder = ?",
                (row, at) -> new UidRanges.Range(row.getLong(1), row.getLong(2)),
                key(account, folder, validity)));
    }

    /** Notes messages; noting one again changes nothing. */
    void add(String account, String folder, long validity, List<Long> uids) {
        String key = key(account, folder, validity);
        for (UidRanges.Range range : ranges(uids)) {
            int grown = writer.update(
                    "update mail_read set last_uid = ? where folder = ? and last_uid = ?",
                    range.last(),
                    key,
                    range.first() - 1);
            if (grown == 0) {
                writer.update(
                        "insert into mail_read (folder, first_uid, last_uid) values (?, ?, ?)"
                                + " on conflict (folder, first_uid) do update set last_uid = excluded.last_uid"
                                + " where mail_read.last_uid < excluded.last_uid",
                        key,
                        range.first(),
                        range.last());
            }
        }
    }

    private static List<UidRanges.Range> ranges(List<Long> uids) {
        List<UidRanges.Range> ranges = new ArrayList<>();
        for (long uid : new TreeSet<>(uids)) {
            if (!ranges.isEmpty() && ranges.getLast().last() == uid - 1) {
                ranges.set(
                        ranges.size() - 1, new UidRanges.Range(ranges.getLast().first(), uid));
            } else {
                ranges.add(new UidRanges.Range(uid, uid));
            }
        }
        return ranges;
    }

    private static String key(String account, String folder, long validity) {
        return Digest.of((account + "\0" + folder + "\0" + validity).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}

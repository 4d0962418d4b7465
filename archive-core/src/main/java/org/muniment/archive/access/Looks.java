package org.muniment.archive.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.AccessStep;
import org.muniment.archive.ledger.Ledger;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The record of who looked at what of others, and why. Rows are only ever added; {@link #seal} notes their digest in the
 * ledger, so that one that was changed later is found. Changes run in the caller's transaction. Safe for many threads and
 * processes.
 */
public final class Looks {
    private static final int PAGE = 1_000;
    private static final int LONGEST_QUERY = 4_000;
    private static final String COLUMNS = "select number, at, account, purpose, item, query, found from look ";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where digests are noted, in the same transaction
     */
    public Looks(DataSource writer, DataSource reader, Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
    }

    /**
     * Which looks to list; each part narrows it.
     *
     * @param account of whom; null for all
     * @param item at what; null for all
     * @param purpose for what; null for all
     * @param from the first instant; null for the beginning
     * @param until the instant after the last; null for now
     */
    public record Asked(
            @Nullable String account,
            @Nullable ItemId item,
            @Nullable Purpose purpose,
            @Nullable Instant from,
            @Nullable Instant until) {
        public static final Asked ALL = new Asked(null, null, null, null, null);
    }

    /** Notes a look at an item, before it is shown. */
    public void look(String account, Purpose purpose, ItemId item, Instant at) {
        add(account, purpose, item.value(), "", 0, at);
    }

    /**
     * Notes looks at items that are taken out together, before the first of them is.
     *
     * @param with what they go out with, such as {@code the bundle PR1}
     */
    public void takenOut(String account, Purpose purpose, List<ItemId> items, String with, Instant at) {
        if (items.isEmpty()) {
            return;
        }
        writer.update("update access_count set latest = latest + ? where name = 'looks'", items.size());
        Long last = writer.queryForObject("select latest from access_count where name = 'looks'", Long.class);
        long first = Objects.requireNonNull(last) - items.size() + 1;
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            rows.add(new Object[] {
                first + i,
                at.toEpochMilli(),
                account,
                purpose.toString(),
                items.get(i).value(),
                with
            });
            if (rows.size() == PAGE || i == items.size() - 1) {
                writer.batchUpdate(
                        "insert into look (number, at, account, purpose, item, query, found)"
                                + " values (?, ?, ?, ?, ?, ?, 0)",
                        rows);
                rows.clear();
            }
        }
    }

    /** Notes a search of others' mail, before what it found is shown. */
    public void searched(String account, Purpose purpose, String query, long found, Instant at) {
        add(account, purpose, "", query.substring(0, Math.min(query.length(), LONGEST_QUERY)), found, at);
    }

    private void add(String account, Purpose purpose, String item, String query, long found, Instant at) {
        writer.update("update access_count set latest = latest + 1 where name = 'looks'");
        writer.update(
                "insert into look (number, at, account, purpose, item, query, found)"
                        + " select latest, ?, ?, ?, ?, ?, ? from access_count where name = 'looks'",
                at.toEpochMilli(),
                account,
                purpose.toString(),
                item,
                query,
                found);
    }

    /**
     * Looks, the latest first.
     *
     * @param before the number of the last one of the page before; 0 for the first page
     */
    public List<Look> list(Asked asked, long before, int limit) {
        StringBuilder where = new StringBuilder("where number < ?");
        List<Object> values = new ArrayList<>();
        values.add(before == 0 ? Long.MAX_VALUE : before);
        narrow(where, values, " and account = ?", asked.account());
        narrow(
                where,
                values,
                " and item = ?",
                asked.item() == null ? null : asked.item().value());
        narrow(
                where,
                values,
                " and purpose = ?",
                asked.purpose() == null ? null : asked.purpose().toString());
        narrow(
                where,
                values,
                " and at >= ?",
                asked.from() == null ? null : asked.from().toEpochMilli());
        narrow(
                where,
                values,
                " and at < ?",
                asked.until() == null ? null : asked.until().toEpochMilli());
        values.add(limit);
        return reader.query(COLUMNS + where + " order by number desc limit ?", Looks::look, values.toArray());
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    /**
     * Notes in the ledger the digest of the looks that came since the last time; nothing when there are none.
     *
     * @return the last one that is noted by it
     */
    public Optional<Long> seal(Instant at) {
        writer.update("update access_count set latest = latest where name = 'looks'");
        long first = sealed().map(one -> one.last() + 1).orElse(1L);
        Long last = writer.queryForObject("select latest from access_count where name = 'looks'", Long.class);
        if (last == null || last < first) {
            return Optional.empty();
        }
        ledger.append(List.of(new AccessStep.LooksSealed(
                at, AccessStep.LooksSealed.SUBJECT, first, last, digest(writer, first, last))));
        return Optional.of(last);
    }

    private Optional<AccessStep.LooksSealed> sealed() {
        return seals().stream().reduce((earlier, later) -> later);
    }

    private List<AccessStep.LooksSealed> seals() {
        return ledger.entriesFor(AccessStep.LooksSealed.SUBJECT).stream()
                .map(entry -> (AccessStep.LooksSealed) entry.event())
                .toList();
    }

    /** What is wrong with the looks that the ledger knows: one line each; none when all are as they were noted. */
    public List<String> faults() {
        return seals().stream()
                .filter(seal -> !digest(reader, seal.first(), seal.last()).equals(seal.digest()))
                .map(seal -> "looks " + seal.first() + " to " + seal.last() + " are not as they were on " + seal.at())
                .toList();
    }

    /** SHA-256 over the rows, each field ended by a NUL. */
    private static String digest(JdbcTemplate jdbc, long first, long last) {
        MessageDigest digest = sha256();
        for (long from = first; from <= last; from += PAGE) {
            jdbc.query(
                            COLUMNS + "where number between ? and ? order by number",
                            Looks::look,
                            from,
                            Math.min(last, from + PAGE - 1))
                    .forEach(one -> digest.update(text(one).getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String text(Look one) {
        return String.join(
                        "\0",
                        String.valueOf(one.number()),
                        String.valueOf(one.at().toEpochMilli()),
                        one.account(),
                        one.purpose().toString(),
                        one.item(),
                        one.query(),
                        String.valueOf(one.found()))
                + "\0";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Look look(ResultSet row, int number) throws SQLException {
        return new Look(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                Purpose.parse(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getLong(7));
    }
}

package org.muniment.archive.web;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What watched sites and feeds looked like at the last visit. It decides what need not be read again and notes what
 * vanished; what is kept is in the register of items. Changes run in the caller's transaction. Safe for many threads.
 */
public final class WatchedPages {
    private static final String COLUMNS =
            "address, payload, item, etag, modified, links, first_seen, last_seen, vanished, versions";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     */
    public WatchedPages(DataSource writer, DataSource reader) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
    }

    /**
     * Begins a visit, or goes on with one that was broken off.
     *
     * @return when the visit began, to the millisecond
     */
    public Instant begin(String source, Instant at) {
        Optional<Instant> open = writer
                .query(
                        "select begun from web_visit where source = ? and ended is null",
                        (row, index) -> Instant.ofEpochMilli(row.getLong(1)),
                        digest(source))
                .stream()
                .findFirst();
        if (open.isPresent()) {
            return open.get();
        }
        Instant begun = at.truncatedTo(ChronoUnit.MILLIS);
        int known = writer.update(
                "update web_visit set begun = ?, ended = null where source = ?", begun.toEpochMilli(), digest(source));
        if (known == 0) {
            writer.update(
                    "insert into web_visit (source, name, begun, ended) values (?, ?, ?, null)",
                    digest(source),
                    source,
                    begun.toEpochMilli());
        }
        return begun;
    }

    /** Ends the visit that is open: all was seen. */
    public void end(String source, Instant at) {
        writer.update("update web_visit set ended = ? where source = ?", at.toEpochMilli(), digest(source));
    }

    /** When the last visit ended; nothing while one is open or before the first. */
    public Optional<Instant> lastEnded(String source) {
        return reader
                .query(
                        "select ended from web_visit where source = ? and ended is not null",
                        (row, index) -> Instant.ofEpochMilli(row.getLong(1)),
                        digest(source))
                .stream()
                .findFirst();
    }

    /** All pages of a source, by address. */
    public List<WatchedPage> of(String source) {
        return reader.query(
                "select " + COLUMNS + " from web_page where source = ? order by address",
                WatchedPages::page,
                digest(source));
    }

    /** The names of all sources that were visited. */
    public List<String> sources() {
        return reader.query("select name from web_visit order by name", (row, index) -> row.getString(1));
    }

    /** Notes pages as they are now, in place of what was noted of the same addresses. */
    public void save(String source, Collection<WatchedPage> pages) {
        String key = digest(source);
        for (WatchedPage page : pages) {
            String address = digest(page.address());
            writer.update("delete from web_page where source = ? and page = ?", key, address);
            writer.update(
                    "insert into web_page (source, page, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    key,
                    address,
                    page.address(),
                    page.payload(),
                    page.item(),
                    page.etag(),
                    page.modified(),
                    String.join("\n", page.links()),
                    page.firstSeen().toEpochMilli(),
                    page.lastSeen().toEpochMilli(),
                    millis(page.vanished()),
                    page.versions());
        }
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static WatchedPage page(ResultSet row, int index) throws SQLException {
        long vanished = row.getLong(9);
        boolean isGone = !row.wasNull();
        String links = row.getString(6);
        return new WatchedPage(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                links.isEmpty() ? List.of() : List.of(links.split("\n")),
                Instant.ofEpochMilli(row.getLong(7)),
                Instant.ofEpochMilli(row.getLong(8)),
                isGone ? Instant.ofEpochMilli(vanished) : null,
                row.getLong(10));
    }

    private static String digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}

package org.muniment.archive.saved;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register of searches that people keep. Changes run in the caller's transaction. Safe for many threads. */
public final class SavedSearches {
    private static final String COLUMNS = "number, owner, name, query, shared, saved_at";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     */
    public SavedSearches(DataSource writer, DataSource reader) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
    }

    /**
     * Keeps a search; it takes the place of the owner's search of the same name.
     *
     * @throws SavedSearchRefused for a name or query that is empty or too long
     */
    public SavedSearch save(String owner, String name, String query, boolean shared, Instant at) {
        Long number = writer.queryForObject(
                "update saved_search_count set last = last + 1 where one = 1 returning last", Long.class);
        SavedSearch made = new SavedSearch(number == null ? 1 : number, owner, name, query, shared, at);
        writer.update("delete from saved_search where owner = ? and name = ?", owner, made.name());
        writer.update(
                "insert into saved_search (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?)",
                made.number(),
                made.owner(),
                made.name(),
                made.query(),
                shared ? 1 : 0,
                at.toEpochMilli());
        return made;
    }

    /**
     * Keeps a search no more.
     *
     * @return whether the account kept one of that number
     */
    public boolean forget(long number, String owner) {
        return writer.update("delete from saved_search where number = ? and owner = ?", number, owner) > 0;
    }

    /** What an account keeps, and what others share, by name. */
    public List<SavedSearch> seenBy(String user) {
        return reader.query(
                "select " + COLUMNS + " from saved_search where owner = ? or shared = 1 order by name, number",
                SavedSearches::from,
                user);
    }

    /** One of those that an account sees. */
    public Optional<SavedSearch> find(long number, String user) {
        return reader
                .query(
                        "select " + COLUMNS + " from saved_search where number = ? and (owner = ? or shared = 1)",
                        SavedSearches::from,
                        number,
                        user)
                .stream()
                .findFirst();
    }

    private static SavedSearch from(ResultSet row, int number) throws SQLException {
        return new SavedSearch(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5) == 1,
                Instant.ofEpochMilli(row.getLong(6)));
    }
}

package org.muniment.archive.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of known footers. A footer that became known stays so: what was classified with its words is classified again.
 * Changes run in the caller's transaction. Safe for many threads.
 */
public final class FooterRegister {
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Changes changes;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     */
    public FooterRegister(DataSource writer, DataSource reader) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.changes = new Changes(writer, reader);
    }

    /** Notes footers that became known; those that are known already are left alone. */
    public void add(Collection<Footers.Footer> footers) {
        if (footers.isEmpty()) {
            return;
        }
        long number = changes.note(Change.Kind.FOOTERS, String.valueOf(footers.size()));
        writer.batchUpdate(
                "insert into footer (fingerprint, words, evaluation) values (?, ?, ?) on conflict (fingerprint) do nothing",
                footers.stream()
                        .map(one -> new Object[] {one.fingerprint(), ClassificationRow.text(one.firstWords()), number})
                        .toList());
    }

    /** All known footers. */
    public Footers.Known known() {
        return new Footers.Known(reader.query("select fingerprint, words from footer", FooterRegister::from));
    }

    /** The footers that became known with a change. */
    public List<Footers.Footer> knownSince(long evaluation) {
        return reader.query(
                "select fingerprint, words from footer where evaluation = ? order by fingerprint",
                FooterRegister::from,
                evaluation);
    }

    private static Footers.Footer from(ResultSet row, int number) throws SQLException {
        return new Footers.Footer(row.getLong(1), row.getString(2));
    }
}

package org.muniment.archive.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of entries. */
final class Entries {
    private static final String COLUMNS = "select position, subject, event from ledger_entry ";

    private final JdbcTemplate jdbc;

    /** A row as it is stored, whether or not it is what was once written. */
    record Row(long position, String subject, String json) {
        private static Row of(ResultSet row, int number) throws SQLException {
            return new Row(row.getLong(1), row.getString(2), row.getString(3));
        }

        Optional<Entry> readable() {
            try {
                return Optional.of(entry());
            } catch (LedgerCorrupt unreadable) {
                return Optional.empty();
            }
        }

        Entry entry() {
            try {
                return new Entry(position, EventText.read(json), json);
            } catch (Malformed e) {
                throw new LedgerCorrupt("Entry " + position + " is not readable", e);
            }
        }
    }

    Entries(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    void add(long first, List<? extends CustodyEvent> events, List<String> texts) {
        List<Object[]> rows = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            rows.add(new Object[] {first + i, EventText.subject(events.get(i)), texts.get(i)});
        }
        jdbc.batchUpdate("insert into ledger_entry (position, subject, event) values (?, ?, ?)", rows);
    }

    /** The rows there are of {@code [from, to)}, in order. */
    List<Row> between(long from, long to) {
        return jdbc.query(COLUMNS + "where position >= ? and position < ? order by position", Row::of, from, to);
    }

    /** The first thousand rows after a position, in order, whatever is missing between them. */
    List<Row> after(long position) {
        return jdbc.query(COLUMNS + "where position > ? order by position limit 1000", Row::of, position);
    }

    List<Row> about(String subject) {
        return jdbc.query(COLUMNS + "where subject = ? order by position", Row::of, subject);
    }

    List<Row> about(List<String> subjects) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        String places = String.join(", ", Collections.nCopies(subjects.size(), "?"));
        return jdbc.query(COLUMNS + "where subject in (" + places + ") order by position", Row::of, subjects.toArray());
    }
}

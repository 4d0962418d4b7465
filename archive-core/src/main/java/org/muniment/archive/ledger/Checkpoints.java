package org.muniment.archive.ledger;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of checkpoints. */
final class Checkpoints {
    private final JdbcTemplate writing;
    private final JdbcTemplate reading;

    /** A row as it is stored. */
    record Row(long size, String note) {
        Checkpoint checkpoint() {
            try {
                return Checkpoint.parse(note);
            } catch (Malformed e) {
                throw new LedgerCorrupt("Checkpoint " + size + " is not readable", e);
            }
        }
    }

    Checkpoints(DataSource writer, DataSource reader) {
        this.writing = new JdbcTemplate(writer);
        this.reading = new JdbcTemplate(reader);
    }

    void keep(Checkpoint checkpoint) {
        writing.update(
                "insert into ledger_checkpoint (size, note) values (?, ?) on conflict (size) do nothing",
                checkpoint.size(),
                checkpoint.toString());
    }

    Optional<Checkpoint> latest() {
        return rows("order by size desc limit 1").stream().findFirst().map(Row::checkpoint);
    }

    List<Checkpoint> all() {
        return rows("order by size").stream().map(Row::checkpoint).toList();
    }

    /** The rows of {@code [from, to]}, in order. */
    List<Row> between(long from, long to) {
        return rows("where size >= ? and size <= ? order by size", from, to);
    }

    /** The first thousand rows of {@code [from, to]}, in order. */
    List<Row> page(long from, long to) {
        return rows("where size >= ? and size <= ? order by size limit 1000", from, to);
    }

    private List<Row> rows(String which, Object... arguments) {
        return reading.query(
                "select size, note from ledger_checkpoint " + which,
                (row, number) -> new Row(row.getLong(1), row.getString(2)),
                arguments);
    }
}

package org.muniment.archive.ledger;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds rows where the log has none, and tiles of a wrong length. Each question is one statement that reads the head as
 * well, so that entries being appended meanwhile are not taken for strays.
 */
final class Strays {
    private static final String LOG =
            "with log(size) as (select coalesce((select size from ledger_head where id = 1 and size >= 0), 0)"
                    + " + cast(? as bigint)) ";
    private static final String ENTRIES = "select position, log.size from ledger_entry, log"
            + " where position < 0 or position >= log.size order by position limit 100";
    private static final String CHECKPOINTS = "select ledger_checkpoint.size, log.size from ledger_checkpoint, log"
            + " where ledger_checkpoint.size < 0 or ledger_checkpoint.size > log.size"
            + " order by ledger_checkpoint.size limit 100";
    // Eight levels of tiles hold 2^64 entries; beyond them, and beyond the log, the arithmetic is not to be trusted.
    private static final String TILES = "select level, position from ledger_tile, log"
            + " where case when level < 0 or level > 7 or position < 0 then 1"
            + " when position > (log.size >> (8 * level)) / 256 then 1"
            + " when length(hashes) = 0 or length(hashes) % 32 <> 0 or length(hashes) > 8192 then 1"
            + " when length(hashes) > 32 * ((log.size >> (8 * level)) - position * 256) then 1"
            + " else 0 end = 1 order by level, position limit 100";

    private final JdbcTemplate jdbc;
    private final long correction;

    Strays(DataSource source, Extent extent) {
        this.jdbc = new JdbcTemplate(source);
        this.correction = extent.correction();
    }

    void find(Findings findings) {
        rows(ENTRIES).forEach(row -> findings.add("entry " + row[0], "the log has only " + row[1] + " entries"));
        rows(CHECKPOINTS)
                .forEach(row -> findings.add(
                        "checkpoint " + row[0],
                        "covers that many entries, but the log has " + row[1] + ": the others were lost or removed"));
        rows(TILES)
                .forEach(row -> findings.add(
                        "tile " + row[0] + "/" + row[1], "is outside the log, or of a length that no tile has there"));
    }

    private List<long[]> rows(String which) {
        return jdbc.query(LOG + which, (row, number) -> new long[] {row.getLong(1), row.getLong(2)}, correction);
    }
}

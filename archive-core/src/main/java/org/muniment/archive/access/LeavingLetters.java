package org.muniment.archive.access;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who was told by letter what of the own mail leaves the archive soon, and when, so that nobody is told twice. Changes run in
 * the caller's transaction. Safe for many threads and processes.
 */
public final class LeavingLetters {
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     */
    public LeavingLetters(DataSource writer, DataSource reader) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
    }

    /**
     * Whether the person of an account was told lately.
     *
     * @param after the last day that does not count any more
     */
    public boolean wasTold(String account, LocalDate after) {
        return wasTold(reader, account, after);
    }

    private static boolean wasTold(JdbcTemplate jdbc, String account, LocalDate after) {
        return !jdbc.queryForList(
                        "select day from leaving_letter where account = ? and day > ?",
                        Long.class,
                        account,
                        after.toEpochDay())
                .isEmpty();
    }

    /**
     * Notes that a letter goes out, before it does: a crash between the two leaves a person untold, never told twice.
     *
     * @param day in the agency's zone
     * @param items how many it counts
     * @param after the last day that does not count any more
     * @return false when the person was told since, and no letter may go
     */
    public boolean begin(String account, LocalDate day, int items, LocalDate after) {
        return !wasTold(writer, account, after)
                && writer.update(
                                "insert into leaving_letter (account, day, items) values (?, ?, ?) on conflict do nothing",
                                account,
                                day.toEpochDay(),
                                items)
                        == 1;
    }

    /** Takes back what {@link #begin} noted: the letter did not go out. */
    public void giveUp(String account, LocalDate day) {
        writer.update("delete from leaving_letter where account = ? and day = ?", account, day.toEpochDay());
    }
}

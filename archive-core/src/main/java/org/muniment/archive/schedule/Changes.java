package org.muniment.archive.schedule;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The numbers of evaluation, and what each of them changed. */
final class Changes {
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;

    Changes(DataSource writer, DataSource reader) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
    }

    /** The committed number. */
    long number() {
        return number(reader.queryForObject("select number from evaluation where one = 1", Long.class));
    }

    /** The number as the caller's transaction sees it; no other transaction changes it, or a classification, until it ends. */
    long lock() {
        return number(writer.queryForObject(
                "update evaluation set number = number where one = 1 returning number", Long.class));
    }

    /** Notes a change in the caller's transaction; gives its number. */
    long note(Change.Kind kind, String subject) {
        long number = number(writer.queryForObject(
                "update evaluation set number = number + 1 where one = 1 returning number", Long.class));
        writer.update(
                "insert into evaluation_change (number, kind, subject) values (?, ?, ?)", number, kind.name(), subject);
        return number;
    }

    /** Notes, in the caller's transaction, that classifications change; gives the number of the change. */
    long classes() {
        return number(writer.queryForObject(
                "update evaluation set changed = changed + 1 where one = 1 returning changed", Long.class));
    }

    /** The schedule version that was in force when it was last looked at, as the transaction sees it; 0 for none. */
    long schedule() {
        return number(writer.queryForObject("select schedule from evaluation where one = 1", Long.class));
    }

    /** The same, as committed. */
    long noted() {
        return number(reader.queryForObject("select schedule from evaluation where one = 1", Long.class));
    }

    /** Whether every item was brought up to the committed number. */
    boolean areSettled() {
        return number(reader.queryForObject(
                        "select case when settled < number then 0 else 1 end from evaluation where one = 1",
                        Long.class))
                == 1;
    }

    /** Notes that every item was brought up to a mark, unless something came between. */
    void settledAt(Evaluations.Mark mark) {
        writer.update(
                "update evaluation set settled = number, passed = number, passed_change = ?"
                        + " where one = 1 and number = ? and late = ?",
                mark.changed(),
                mark.number(),
                mark.late());
    }

    /** Notes that some item is no further than a number; nothing when that is the latest one. */
    void late(long number) {
        writer.update("update evaluation set settled = 0, late = late + 1 where one = 1 and number > ?", number);
    }

    Evaluations.Mark mark() {
        return reader.query(
                        "select number, late, changed from evaluation where one = 1",
                        (row, at) -> new Evaluations.Mark(row.getLong(1), row.getLong(2), row.getLong(3)))
                .getFirst();
    }

    void inForce(long version) {
        writer.update("update evaluation set schedule = ? where one = 1", version);
    }

    /** Changes after a number, in order. */
    List<Change> after(long number) {
        return reader.query(
                "select number, kind, subject from evaluation_change where number > ? order by number",
                (row, at) -> new Change(row.getLong(1), Change.Kind.valueOf(row.getString(2)), row.getString(3)),
                number);
    }

    private static long number(@Nullable Long found) {
        if (found == null) {
            throw new IllegalStateException("The catalogue has no evaluation number");
        }
        return found;
    }
}

package org.muniment.archive.review;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The numbers of what reviewers decide. Whoever takes some makes other deciders wait until the transaction ends. */
enum ReviewCount {
    CODING,
    REDACTION;

    /** The last number given out so far. */
    long take(JdbcTemplate writer) {
        return after(writer, 0);
    }

    /** Takes so many numbers more. */
    void give(JdbcTemplate writer, int more) {
        after(writer, more);
    }

    private long after(JdbcTemplate writer, int more) {
        String column = name();
        Long last = writer.queryForObject(
                "update review_count set " + column + " = " + column + " + ? where one = 1 returning " + column,
                Long.class,
                more);
        if (last == null) {
            throw new EmptyResultDataAccessException("The catalogue has no count of reviews", 1);
        }
        return last;
    }
}

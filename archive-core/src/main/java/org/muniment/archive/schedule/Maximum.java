package org.muniment.archive.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Items of a series that a statutory maximum (Ed. Code 49073.6) wants destroyed by a day that has come or is near. A maximum
 * destroys nothing by itself: it is told in time for a list, the board and the grace period.
 *
 * @param series their record series, which another law may have given them
 * @param keptLonger whether they are kept past that day all the same: as Class 1, or by a longer period
 * @param past whether that day has come
 * @param items how many
 * @param first the earliest of their days
 */
public record Maximum(SeriesId series, boolean keptLonger, boolean past, long items, LocalDate first) {
    /** How many days ahead people are told. */
    public static final int AHEAD = 90;

    /** What a person has kept by declaring its class is settled, and is told no more. */
    private static final String SELECT = """
            select series, kept, past, count(*), min(at_most) from (
              select series, basis, at_most,
                case when record_class = 1 or eligible is null or eligible > at_most then 1 else 0 end as kept,
                case when at_most <= ? then 1 else 0 end as past
              from classification where at_most <= ?) as maximum
            where kept = 0 or basis <> 'DECLARED'
            group by series, kept, past order by past desc, series, kept""";

    static List<Maximum> by(JdbcTemplate reader, LocalDate today, LocalDate until) {
        return reader.query(
                SELECT,
                (row, at) -> new Maximum(
                        new SeriesId(row.getString(1)),
                        row.getInt(2) == 1,
                        row.getInt(3) == 1,
                        row.getLong(4),
                        LocalDate.ofEpochDay(row.getLong(5))),
                today.toEpochDay(),
                until.toEpochDay());
    }

    /**
     * What is to be done about them, as one sentence.
     *
     * @param name of the series, as people call it
     */
    public String words(String name) {
        String which = String.format(Locale.US, "%,d %s of series %s", items, items == 1 ? "item" : "items", name);
        String ends = (past
                        ? "the longest time that the law allows ended on "
                        : "the longest time that the law allows ends on ")
                + first + (items == 1 ? "" : " for the first of them") + " (statutory maximum)";
        return keptLonger
                ? which + ": " + ends
                        + ", but their class or another period keeps them longer, so they are not destroyed."
                        + " An officer settles it by declaring their class"
                : which + ": " + ends + ". Propose their destruction"
                        + (past ? "" : " in time for the board and the grace period") + "; what is on hold stays";
    }
}

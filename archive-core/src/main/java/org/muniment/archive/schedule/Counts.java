package org.muniment.archive.schedule;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How many items there are of each kind.
 *
 * @param shares by series, in the order of names; a series has several when its items came about differently
 * @param unclassified items without a classification
 */
public record Counts(List<Share> shares, long unclassified) {
    /** Items of one class, series and basis. */
    public record Share(RecordClass recordClass, SeriesId series, Classification.Basis basis, long items) {
        /** Whether neither a rule nor a person classified them; what is Class 2 by agreement waits for that still (5 CCR 16024). */
        public boolean isPending() {
            return switch (basis) {
                case RULE, DECLARED -> false;
                case UNMATCHED, AGREED -> true;
            };
        }
    }

    public Counts {
        shares = List.copyOf(shares);
    }

    /** Items of one class. */
    public long of(RecordClass recordClass) {
        return shares.stream()
                .filter(share -> share.recordClass() == recordClass)
                .mapToLong(Share::items)
                .sum();
    }

    /** Items that have a classification. */
    public long classified() {
        return shares.stream().mapToLong(Share::items).sum();
    }

    static Counts of(JdbcTemplate jdbc) {
        Long unclassified = jdbc.queryForObject(
                "select (select count(*) from item) - (select count(*) from classification)", Long.class);
        return new Counts(shares(jdbc, ""), unclassified == null ? 0 : unclassified);
    }

    static List<Share> shares(JdbcTemplate jdbc, String where, Object... values) {
        return jdbc.query(
                "select record_class, series, basis, count(*) from classification " + where
                        + " group by record_class, series, basis order by series, record_class, basis",
                (row, at) -> new Share(
                        RecordClass.of(row.getInt(1)),
                        new SeriesId(row.getString(2)),
                        Classification.Basis.valueOf(row.getString(3)),
                        row.getLong(4)),
                values);
    }
}

package org.muniment.archive.schedule;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A classification as it is stored. */
final class ClassificationRow {
    static final String COLUMNS =
            "record_class, series, basis, reason, authority, origin, eligible, waits, why, at_most";

    private static final int LONGEST = 2000;
    /** What some database does not take: NUL, and halves of surrogate pairs. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private ClassificationRow() {}

    static void set(PreparedStatement insert, int first, Classification one) throws SQLException {
        insert.setInt(first, one.recordClass().number());
        insert.setString(first + 1, one.series().value());
        insert.setString(first + 2, one.basis().name());
        insert.setString(first + 3, text(one.reason()));
        insert.setString(first + 4, text(one.authority()));
        insert.setObject(first + 5, number(one.origin()), Types.BIGINT);
        Eligibility eligibility = one.eligibility();
        insert.setObject(first + 6, eligibility instanceof Eligibility.On on ? number(on.day()) : null, Types.BIGINT);
        insert.setInt(first + 7, eligibility instanceof Eligibility.Waiting ? 1 : 0);
        insert.setString(first + 8, text(why(eligibility)));
        insert.setObject(first + 9, number(one.atMost()), Types.BIGINT);
    }

    static Classification from(ResultSet row, int first) throws SQLException {
        return new Classification(
                RecordClass.of(row.getInt(first)),
                new SeriesId(row.getString(first + 1)),
                Classification.Basis.valueOf(row.getString(first + 2)),
                row.getString(first + 3),
                row.getString(first + 4),
                day(row, first + 5),
                eligibility(row, first + 6),
                day(row, first + 9));
    }

    private static Eligibility eligibility(ResultSet row, int first) throws SQLException {
        LocalDate day = day(row, first);
        if (day != null) {
            return new Eligibility.On(day);
        }
        String why = row.getString(first + 2);
        return row.getInt(first + 1) == 1 ? new Eligibility.Waiting(why) : new Eligibility.Never(why);
    }

    private static String why(Eligibility eligibility) {
        return switch (eligibility) {
            case Eligibility.On on -> "";
            case Eligibility.Never never -> never.why();
            case Eligibility.Waiting waiting -> waiting.forWhat();
        };
    }

    static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        long day = row.getLong(column);
        return row.wasNull() ? null : LocalDate.ofEpochDay(day);
    }

    private static @Nullable Long number(@Nullable LocalDate day) {
        return day == null ? null : day.toEpochDay();
    }

    /** Words of mail stand in a reason: they may be long, and hold what no database takes. */
    static String text(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        return isPlain(cut) ? cut : UNSTORABLE.matcher(cut).replaceAll("\uFFFD");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}

package org.muniment.archive.disposition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Officer;

/** Rows of the table {@code standing_authority}. */
final class AuthorityRow {
    private AuthorityRow() {}

    static long number(String id) {
        return id.matches("A[1-9][0-9]{0,9}") ? Long.parseLong(id.substring(1)) : 0;
    }

    /** Columns of a plan's row joined to it have the prefix. */
    static StandingAuthority from(ResultSet row, String prefix) throws SQLException {
        LocalDate signed = Rows.day(row, prefix + "signed");
        LocalDate lapses = Rows.day(row, prefix + "lapses");
        return new StandingAuthority(
                "A" + row.getLong(prefix + "number"),
                Rows.series(row.getString(prefix + "series")),
                signed,
                lapses,
                new Officer(row.getString(prefix + "officer")),
                new Officer(row.getString(prefix + "second")),
                revoked(row, prefix + "revoked"));
    }

    private static @Nullable LocalDate revoked(ResultSet row, String column) throws SQLException {
        long day = row.getLong(column);
        return row.wasNull() ? null : LocalDate.ofEpochDay(day);
    }
}

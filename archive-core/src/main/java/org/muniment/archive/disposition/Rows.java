package org.muniment.archive.disposition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;

/** How columns are written and read. */
final class Rows {
    private Rows() {}

    static String series(Collection<SeriesId> series) {
        return series.stream().map(SeriesId::value).sorted().collect(Collectors.joining(" "));
    }

    static Set<SeriesId> series(String names) {
        return names.isEmpty()
                ? Set.of()
                : Arrays.stream(names.split(" "))
                        .map(SeriesId::new)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return LocalDate.ofEpochDay(row.getLong(column));
    }

    static Optional<Officer> officer(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Officer::new);
    }

    static String marks(int values) {
        return "(?" + ", ?".repeat(values - 1) + ")";
    }
}

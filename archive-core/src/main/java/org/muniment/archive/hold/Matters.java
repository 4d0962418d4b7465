package org.muniment.archive.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of matters. */
final class Matters {
    private static final Pattern ID = Pattern.compile("[Mm]([1-9][0-9]{0,9})");
    private static final int LONGEST = 200;

    private final JdbcTemplate jdbc;

    Matters(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Matter open(String title, Officer by, Instant at) {
        String line = title.strip().replaceAll("\\s+", " ");
        if (line.isEmpty() || line.length() > LONGEST || ID.matcher(line).matches()) {
            throw new HoldRefused("A matter has a title of 1 to " + LONGEST
                    + " characters, such as Doe v. District; not '" + line + "'");
        }
        if (named(line).isPresent()) {
            throw new HoldRefused("There is a matter '" + line + "' already; place the hold for it");
        }
        Long last = jdbc.queryForObject("select coalesce(max(number), 0) from matter", Long.class);
        long number = (last == null ? 0 : last) + 1;
        jdbc.update(
                "insert into matter (number, title, opened, opened_by) values (?, ?, ?, ?)",
                number,
                line,
                at.toEpochMilli(),
                by.name());
        return new Matter("M" + number, line, by, at);
    }

    List<Matter> all() {
        return jdbc.query("select number, title, opened, opened_by from matter order by number", Matters::matter);
    }

    /** There are as many matters as a district has lawsuits: few enough to be read whole. */
    Optional<Matter> named(String idOrTitle) {
        String name = idOrTitle.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(matter -> matter.id().toLowerCase(Locale.ROOT).equals(name)
                        || matter.title().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** The number of the matter with an id. */
    long number(String id) {
        return all().stream()
                .map(Matter::id)
                .filter(id::equals)
                .map(found -> Long.parseLong(found.substring(1)))
                .findFirst()
                .orElseThrow(() -> new HoldRefused("There is no matter " + id));
    }

    private static Matter matter(ResultSet row, int number) throws SQLException {
        return new Matter(
                "M" + row.getLong(1),
                row.getString(2),
                new Officer(row.getString(4)),
                Instant.ofEpochMilli(row.getLong(3)));
    }
}

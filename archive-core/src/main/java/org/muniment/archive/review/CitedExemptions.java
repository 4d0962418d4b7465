package org.muniment.archive.review;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.muniment.archive.review.Exemption.Verified;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/** Exemptions as they were when somebody relied on them: a few dozen rows. For one query or change. */
final class CitedExemptions {
    private final JdbcTemplate jdbc;
    private final Map<Long, Exemption> byNumber = new HashMap<>();
    private final Map<Exemption, Long> numbers = new HashMap<>();

    CitedExemptions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.query("select number, name, section, title, verified, note from cited_exemption", row -> {
            know(row.getLong(1), exemption(row));
        });
    }

    private static Exemption exemption(ResultSet row) throws SQLException {
        return new Exemption(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Verified.valueOf(row.getString(5)),
                row.getString(6));
    }

    private void know(long number, Exemption exemption) {
        byNumber.put(number, exemption);
        numbers.put(exemption, number);
    }

    Exemption get(long number) {
        Exemption found = byNumber.get(number);
        if (found == null) {
            throw new IllegalStateException("The catalogue lacks the exemption " + number + " that a decision cites");
        }
        return found;
    }

    /** The number of an exemption; a new one gets the next, while other deciders wait. */
    long number(Exemption exemption) {
        Long known = numbers.get(exemption);
        if (known != null) {
            return known;
        }
        long number = byNumber.keySet().stream().max(Long::compare).orElse(0L) + 1;
        String digest =
                Digest.of(exemption.toString().getBytes(StandardCharsets.UTF_8)).hex();
        jdbc.update(
                "insert into cited_exemption (number, digest, name, section, title, verified, note)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                number,
                digest,
                exemption.id(),
                exemption.section(),
                exemption.title(),
                exemption.verified().name(),
                exemption.note());
        know(number, exemption);
        return number;
    }
}

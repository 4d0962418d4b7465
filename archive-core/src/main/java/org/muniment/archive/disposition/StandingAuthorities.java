package org.muniment.archive.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register of standing authorities. Changes run in the caller's transaction. */
public final class StandingAuthorities {
    static final String SELECT =
            "select number, series, signed, lapses, officer, second, revoked from standing_authority ";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final ZoneId zone;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where signing and revoking are noted, in the same transaction
     * @param zone the agency's
     */
    public StandingAuthorities(DataSource writer, DataSource reader, Ledger ledger, ZoneId zone) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.zone = zone;
    }

    /**
     * Keeps an authority that two officers signed; it lapses after a year. That a series is transitory is asked whenever
     * the authority is used: the schedule may change.
     *
     * @throws DispositionRefused when both are one person or no series is named
     */
    public StandingAuthority sign(Set<SeriesId> series, Officer by, Officer second, Instant at) {
        if (by.isSamePersonAs(second)) {
            throw new DispositionRefused("A standing authority needs the signatures of two persons; " + by
                    + " can't be both. Name another officer.");
        }
        if (series.isEmpty()) {
            throw new DispositionRefused("A standing authority names the series it is for. Name at least one.");
        }
        LocalDate day = at.atZone(zone).toLocalDate();
        LocalDate lapses = day.plusYears(1);
        Long number = writer.queryForObject(
                "insert into standing_authority (number, series, signed, lapses, officer, second)"
                        + " select coalesce(max(number), 0) + 1, ?, cast(? as bigint), cast(? as bigint), ?, ?"
                        + " from standing_authority returning number",
                Long.class,
                Rows.series(series),
                day.toEpochDay(),
                lapses.toEpochDay(),
                by.name(),
                second.name());
        ledger.append(List.of(new CustodyEvent.AuthoritySigned(
                at, "A" + number, Rows.series(series), lapses.toString(), by.name(), second.name())));
        return new StandingAuthority("A" + number, series, day, lapses, by, second, null);
    }

    /**
     * Ends an authority at once: what is condemned under it is not destroyed any more.
     *
     * @throws DispositionRefused when there is none of that name, it lapsed, or it was revoked before
     */
    public StandingAuthority revoke(String authority, Officer by, Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        int changed = writer.update(
                "update standing_authority set revoked = ?, revoked_by = ?"
                        + " where number = ? and revoked is null and lapses > ?",
                day.toEpochDay(),
                by.name(),
                AuthorityRow.number(authority),
                day.toEpochDay());
        if (changed == 0) {
            throw new DispositionRefused(find(writer, authority)
                    .map(StandingAuthorities::ended)
                    .orElse("There is no standing authority " + authority + " that could be revoked."));
        }
        ledger.append(List.of(new CustodyEvent.AuthorityRevoked(at, authority, by.name())));
        return find(writer, authority).orElseThrow();
    }

    private static String ended(StandingAuthority one) {
        return one.revoked() == null
                ? one.id() + " lapsed on " + one.lapses() + ": nothing is destroyed under it any more."
                : one.id() + " was revoked on " + one.revoked() + " already.";
    }

    /** Finds one. */
    public Optional<StandingAuthority> find(String authority) {
        return find(reader, authority);
    }

    private static Optional<StandingAuthority> find(JdbcTemplate jdbc, String authority) {
        return jdbc
                .query(
                        SELECT + "where number = ?",
                        (row, at) -> AuthorityRow.from(row, ""),
                        AuthorityRow.number(authority))
                .stream()
                .findFirst();
    }

    /** Those that hold on a day in the agency's zone, oldest first. */
    public List<StandingAuthority> holdingOn(LocalDate day) {
        return all().stream().filter(one -> one.holdsOn(day)).toList();
    }

    /** All of them, oldest first. */
    public List<StandingAuthority> all() {
        return reader.query(SELECT + "order by number", (row, at) -> AuthorityRow.from(row, ""));
    }
}

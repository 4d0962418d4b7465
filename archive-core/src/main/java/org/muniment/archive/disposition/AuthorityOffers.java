package org.muniment.archive.disposition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Standing authorities that one officer signed and that wait for another person. Nothing may be destroyed under them, so the
 * ledger hears of them when both have signed. Changes run in the caller's transaction. Safe for many threads.
 */
public final class AuthorityOffers {
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final StandingAuthorities authorities;

    /**
     * What one officer signed.
     *
     * @param number its place, from 1
     * @param series the series it is for
     * @param by who signed first
     * @param at when
     */
    public record Offer(long number, Set<SeriesId> series, Officer by, Instant at) {}

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param authorities where they go when both have signed
     */
    public AuthorityOffers(DataSource writer, DataSource reader, StandingAuthorities authorities) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.authorities = authorities;
    }

    /**
     * The first of two officers signs.
     *
     * @throws DispositionRefused when no series is named
     */
    public Offer sign(Set<SeriesId> series, Officer by, Instant at) {
        if (series.isEmpty()) {
            throw new DispositionRefused("A standing authority names the series it is for. Choose at least one.");
        }
        Long number = writer.queryForObject(
                "insert into authority_offer (number, series, officer, at, ended)"
                        + " select coalesce(max(number), 0) + 1, ?, ?, cast(? as bigint), null from authority_offer"
                        + " returning number",
                Long.class,
                Rows.series(series),
                by.name(),
                at.toEpochMilli());
        return new Offer(number == null ? 0 : number, series, by, at);
    }

    /**
     * The other officer signs: from now on it holds.
     *
     * @throws DispositionRefused when there is no such offer any more, or the same person signed it first
     */
    public StandingAuthority countersign(long number, Officer second, Instant at) {
        Offer offer = end(number, at);
        return authorities.sign(offer.series(), offer.by(), second, at);
    }

    /**
     * Takes an offer back.
     *
     * @throws DispositionRefused when there is no such offer any more
     */
    public void withdraw(long number, Instant at) {
        end(number, at);
    }

    private Offer end(long number, Instant at) {
        return writer
                .query(
                        "update authority_offer set ended = ? where number = ? and ended is null"
                                + " returning number, series, officer, at",
                        AuthorityOffers::offer,
                        at.toEpochMilli(),
                        number)
                .stream()
                .findFirst()
                .orElseThrow(
                        () -> new DispositionRefused("This authority was signed by both, or taken back, already."));
    }

    /** Those that wait for another person, oldest first. */
    public List<Offer> waiting() {
        return reader.query(
                "select number, series, officer, at from authority_offer where ended is null order by number",
                AuthorityOffers::offer);
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                row.getLong("number"),
                Rows.series(row.getString("series")),
                new Officer(row.getString("officer")),
                Instant.ofEpochMilli(row.getLong("at")));
    }
}

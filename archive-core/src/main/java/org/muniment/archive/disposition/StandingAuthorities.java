package org.muniment.archive.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;

/** The register of standing authorities. Changes run in the caller's transaction. */
public final class StandingAuthorities {
    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where signing and revoking are noted, in the same transaction
     * @param zone the agency's
     */
    public StandingAuthorities(DataSource writer, DataSource reader, Ledger ledger, ZoneId zone) {}

    /**
     * Keeps an authority that two officers signed; it lapses after a year.
     *
     * @throws DispositionRefused when both are one person or no series is named
     */
    public StandingAuthority sign(Set<SeriesId> series, Officer by, Officer second, Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * Ends an authority at once.
     *
     * @throws DispositionRefused when there is none of that name, or it was revoked before
     */
    public StandingAuthority revoke(String authority, Officer by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Finds one. */
    public Optional<StandingAuthority> find(String authority) {
        throw new UnsupportedOperationException();
    }

    /** Those that hold on a day in the agency's zone, oldest first. */
    public List<StandingAuthority> holdingOn(LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** All of them, oldest first. */
    public List<StandingAuthority> all() {
        throw new UnsupportedOperationException();
    }
}

package org.muniment.api.web.disposition;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.muniment.api.web.Changes;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.AuthorityOffers.Offer;
import org.muniment.archive.disposition.StandingAuthority;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.SeriesId;
import org.springframework.stereotype.Component;

/** Standing authorities: signed by one, by another too, taken back, revoked. Each throws {@code DispositionRefused}. Safe for many threads. */
@Component
public final class AuthorityWork {
    private final Archive archive;
    private final Changes changes;

    AuthorityWork(Archive archive, Changes changes) {
        this.archive = archive;
        this.changes = changes;
    }

    /** Series that a standing authority may be for, of the schedule in force on a day. */
    public List<RecordSeries> transitory(LocalDate day) {
        return archive.retention().schedules().inForce(day).stream()
                .flatMap(adopted -> adopted.schedule().series().stream())
                .filter(RecordSeries::transitory)
                .toList();
    }

    /** The first signature. */
    public Offer sign(Set<SeriesId> series, Who who) {
        return changes.make(() -> archive.disposal().offers().sign(series, who.officer(), changes.now()));
    }

    /** The second signature, another person's: from now on it holds, for a year. */
    public StandingAuthority countersign(long offer, Who who) {
        return changes.make(() -> archive.disposal().offers().countersign(offer, who.officer(), changes.now()));
    }

    /** Takes back one that waits. */
    public void withdraw(long offer) {
        changes.run(() -> archive.disposal().offers().withdraw(offer, changes.now()));
    }

    /** Ends one that holds; what is in the vault under it is not destroyed any more. */
    public StandingAuthority revoke(String authority, Who who) {
        return changes.make(() -> archive.disposal().authorities().revoke(authority, who.officer(), changes.now()));
    }
}

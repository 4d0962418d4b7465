package org.muniment.archive.disposition;

/**
 * The registers and deeds of this room, wired.
 *
 * @param plans lists of what is due, and what became of them
 * @param authorities standing authorities
 * @param offers those that wait for a second signature
 * @param trips runs that the breaker stopped
 * @param dispositions what plans mean for items
 * @param planner makes plans
 * @param destruction carries them out
 */
public record Disposal(
        Plans plans,
        StandingAuthorities authorities,
        AuthorityOffers offers,
        Trips trips,
        Dispositions dispositions,
        Planner planner,
        Destruction destruction) {
    /** With the usual grace period. */
    public static Disposal of(Premises premises) {
        return of(premises, Destruction.GRACE_DAYS);
    }

    /** @param graceDays days between condemning and destroying, at least 0 */
    public static Disposal of(Premises premises, int graceDays) {
        Plans plans = new Plans(premises.writer(), premises.reader(), premises.ledger(), premises.zone());
        Trips trips = new Trips(premises.writer(), premises.reader(), premises.ledger());
        StandingAuthorities authorities =
                new StandingAuthorities(premises.writer(), premises.reader(), premises.ledger(), premises.zone());
        return new Disposal(
                plans,
                authorities,
                new AuthorityOffers(premises.writer(), premises.reader(), authorities),
                trips,
                new Dispositions(premises.reader()),
                new Planner(premises),
                new Destruction(premises, plans, trips, graceDays));
    }
}

package org.muniment.archive.production;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;

/**
 * The register of productions and of Bates numbers. A production goes from draft to built, checked and released, or is
 * abandoned; what was built never changes, a number is never reused. Changes run in the caller's transaction; reads see what
 * is committed. Safe for many threads and processes.
 */
public final class Productions {
    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every step is noted, in the same transaction
     */
    public Productions(DataSource writer, DataSource reader, Ledger ledger) {}

    /**
     * Begins a production.
     *
     * @throws ProductionRefused when it replaces one that there isn't
     */
    public Production draft(ProductionOrder order) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reserves numbers for a draft: from the one returned on, as many as it needs. Nobody else gets numbers of that prefix until
     * it is built or abandoned; asked again, the same draft gets the same number, so that a build that was killed repeats with
     * the same numbers.
     *
     * @throws ProductionRefused when it is no draft, or another draft has numbers of that prefix
     */
    public BatesNumber reserve(ProductionId production) {
        throw new UnsupportedOperationException();
    }

    /**
     * Says that pages are being stamped up to a number, now and then, ahead of the stamping: if the draft is abandoned, these
     * numbers are not given out again.
     *
     * @throws ProductionRefused when it is no draft with reserved numbers
     */
    public void stamping(ProductionId production, BatesNumber through) {
        throw new UnsupportedOperationException();
    }

    /**
     * Records what was built and ends the reservation. Once more with the same {@code production.json}, as after a kill,
     * changes nothing.
     *
     * @throws ProductionRefused when its numbers do not begin with the one reserved, it is no draft, or something else was built
     */
    public Production built(ProductionId production, Built built, Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * A second person has checked the package.
     *
     * @throws ProductionRefused when it is not built or already checked, or the same person built it
     */
    public Production check(ProductionId production, Officer second, Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * Records that it is given out.
     *
     * @throws ProductionRefused when no second person has checked it
     */
    public Production release(ProductionId production, Officer by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives it up; its numbers stay a gap that is listed.
     *
     * @throws ProductionRefused when it was released or abandoned, or no reason is given
     */
    public Production abandon(ProductionId production, Officer by, String reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Finds a production. */
    public Optional<Production> find(ProductionId production) {
        throw new UnsupportedOperationException();
    }

    /** The latest productions, newest first. */
    public List<Production> latest(int limit) {
        throw new UnsupportedOperationException();
    }

    /** What a built production says of its items, in their order, after so many of them. */
    public List<Disclosed> items(ProductionId production, long after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** What released productions said of these items, the oldest first; items that none of them has are left out. */
    public Map<ItemId, List<EarlierRelease>> releasedBefore(Collection<ItemId> items) {
        throw new UnsupportedOperationException();
    }

    /** Numbers of a prefix that are on no page that was given out, and never will be, in order. */
    public List<Gap> gaps(String prefix) {
        throw new UnsupportedOperationException();
    }

    /** The draft that has numbers of a prefix reserved; empty when they are free. */
    public Optional<ProductionId> holder(String prefix) {
        throw new UnsupportedOperationException();
    }
}

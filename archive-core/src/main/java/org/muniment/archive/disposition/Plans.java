package org.muniment.archive.disposition;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;

/** The register of plans and of what became of their lines. Changes run in the caller's transaction. */
public final class Plans {
    /**
     * How many of a plan's items stand where.
     *
     * @param open neither destroyed nor withdrawn yet
     */
    public record Counts(long open, long destroyed, long withdrawn) {}

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every step is noted, in the same transaction
     * @param zone the agency's
     */
    public Plans(DataSource writer, DataSource reader, Ledger ledger, ZoneId zone) {}

    /**
     * A second person approves a frozen list, with the board's action; its Class 2 lines are thereby reclassified as
     * Class 3 (5 CCR 16024).
     *
     * @throws DispositionRefused when it is not waiting for approval, the same person proposed it, or its lines are not those
     *     that were frozen
     */
    public Plan approve(PlanId plan, Officer second, BoardAction action, Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * A standing authority approves an unattended plan.
     *
     * @throws DispositionRefused when it is not waiting for approval, was not made to run unattended, has a series the
     *     authority does not name, or the authority does not hold on that day
     */
    public Plan approveUnder(PlanId plan, StandingAuthority authority, Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes an item off a plan that is not condemned yet.
     *
     * @throws DispositionRefused when the plan is condemned or finished, or the item is not on it
     */
    public void withdraw(PlanId plan, ItemId item, Officer by, String reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Takes all items off a plan that is not condemned yet; see {@link #withdraw(PlanId, ItemId, Officer, String, Instant)}. */
    public void withdraw(PlanId plan, Officer by, String reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Finds one. */
    public Optional<Plan> find(PlanId plan) {
        throw new UnsupportedOperationException();
    }

    /** The latest plans, newest first. */
    public List<Plan> latest(int limit) {
        throw new UnsupportedOperationException();
    }

    /** Plans that are not finished, oldest first. */
    public List<Plan> open() {
        throw new UnsupportedOperationException();
    }

    /** A plan's lines after a number (0 for the first), in their order. */
    public List<PlanLine> lines(PlanId plan, long after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many of a plan's items stand where. */
    public Counts counts(PlanId plan) {
        throw new UnsupportedOperationException();
    }

    /** Items that were due when the plan was made and are kept, by the veto that keeps them. */
    public Map<String, Long> refusalCounts(PlanId plan) {
        throw new UnsupportedOperationException();
    }

    /**
     * The items that were due when the plan was made and are kept, with the reason, in the order of their ids, after one
     * (null for the first). Of unattended plans only the latest has them; counts are kept for all.
     */
    public List<Refused> refusals(PlanId plan, @org.jspecify.annotations.Nullable ItemId after, int limit) {
        throw new UnsupportedOperationException();
    }
}

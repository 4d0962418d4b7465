package org.muniment.archive.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;

/**
 * Carries out approved plans. Each call runs its own transactions. At any moment the process may die: calling
 * {@link #destroy} again goes on from there.
 */
public final class Destruction {
    /** Days between condemning and destroying, unless the archive is told otherwise. */
    public static final int GRACE_DAYS = 30;

    /**
     * Hides a plan's items from staff for the grace period.
     *
     * @return the first day on which they may be destroyed, in the agency's zone
     * @throws DispositionRefused when the plan is not approved
     */
    public LocalDate condemn(PlanId plan, Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives all condemned items of a plan back.
     *
     * @return items that can't be given back, as their destruction was interrupted after their object was deleted
     * @throws DispositionRefused when the plan is not condemned, or no reason is given
     */
    public List<ItemId> restore(PlanId plan, Officer by, String reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Gives some condemned items of a plan back; see {@link #restore(PlanId, Officer, String, Instant)}. */
    public List<ItemId> restore(PlanId plan, List<ItemId> items, Officer by, String reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * Destroys the next items of a plan whose grace is over, and takes those off that a veto keeps. Call it until nothing
     * remains.
     *
     * @param batch how many items at most, 1 to 200; holds wait while a batch is deleted
     * @throws DispositionRefused when the plan is not condemned, or its grace is not over
     * @throws org.muniment.archive.store.StoreException when the object store can't be reached or read at all; nothing is
     *     lost, call again
     */
    public Step destroy(PlanId plan, int batch, Instant at) {
        throw new UnsupportedOperationException();
    }
}

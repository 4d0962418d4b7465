package org.muniment.archive.disposition;

import org.muniment.archive.store.StoreRefused;

/** The object store itself refuses to delete an object; undoes the batch, which starts over without it. */
final class LockedObject extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Withdrawal withdrawal;

    LockedObject(PlanLine line, StoreRefused refused) {
        super(refused);
        this.withdrawal =
                new Withdrawal(line, new Refusal(Vetoes.LOCKED, "The object store keeps it: " + refused.getMessage()));
    }

    Withdrawal withdrawal() {
        return withdrawal;
    }
}

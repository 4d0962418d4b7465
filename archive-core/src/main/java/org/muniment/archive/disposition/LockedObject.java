package org.muniment.archive.disposition;

import java.util.List;
import org.muniment.archive.store.StoreRefused;

/** The object store itself refuses to delete an object; undoes the batch, which starts over without it. */
final class LockedObject extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Withdrawal> withdrawals;

    LockedObject(PlanLine line, StoreRefused refused) {
        this(List.of(line), "The object store keeps it: ", refused);
    }

    /** @param lines items that can't be destroyed because of it */
    LockedObject(List<PlanLine> lines, String words, StoreRefused refused) {
        super(refused);
        Refusal refusal = new Refusal(Vetoes.LOCKED, words + refused.getMessage());
        this.withdrawals =
                lines.stream().map(line -> new Withdrawal(line, refusal)).toList();
    }

    List<Withdrawal> withdrawals() {
        return withdrawals;
    }
}

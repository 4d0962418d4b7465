package org.muniment.archive.disposition;

import org.muniment.archive.ledger.Officer;

/** An officer took items off a plan. */
final class TakenOff {
    private TakenOff() {}

    static Refusal withdrawn(Officer by, String reason) {
        return refusal("taken off the list", "Taken off the list by ", by, reason);
    }

    static Refusal restored(Officer by, String reason) {
        return refusal("restored", "Restored by ", by, reason);
    }

    private static Refusal refusal(String name, String words, Officer by, String reason) {
        if (reason.isBlank()) {
            throw new DispositionRefused("Say why: the reason is kept.");
        }
        return new Refusal(name, words + by + ": " + reason.strip());
    }
}

package org.muniment.batch.fixity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.batch.mailbox.RemovalRegister;

/** Checks that each removal from a mailbox stands both in its register and in the ledger. */
final class RemovalCheck {
    private final RemovalRegister register;
    private final Faults faults;
    private final Map<String, List<String>> named = new HashMap<>();
    private long noted;

    RemovalCheck(RemovalRegister register, Faults faults) {
        this.register = register;
        this.faults = faults;
    }

    /** The ledger names a removal. */
    void named(CustodyEvent.RemovedFromMailbox gone) {
        noted++;
        named.computeIfAbsent(gone.run(), run -> new ArrayList<>()).add(gone.item());
    }

    /** Looks up what was named since the last time. */
    void settle() {
        named.forEach((run, items) -> {
            List<String> missing = new ArrayList<>(items);
            register.removed(run, items).forEach(missing::remove);
            missing.forEach(item -> faults.add(
                    "mailbox run " + run,
                    "removed the message of item " + item + ", says the ledger, and its register does not; "
                            + Remedy.BACKUP));
        });
        named.clear();
    }

    /** Whether the register has more than the ledger. */
    void end() {
        long registered = register.count();
        if (registered > noted) {
            faults.add(
                    "mailbox runs",
                    "have " + registered + " removals in their register, " + noted + " in the ledger; "
                            + Remedy.BACKUP);
        }
    }
}

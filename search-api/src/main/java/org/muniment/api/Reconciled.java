package org.muniment.api;

import org.muniment.batch.ingest.Reconciliation;

/** How a run's sum is shown. */
public final class Reconciled {
    private Reconciled() {}

    /** Prints it. */
    public static void print(Terminal terminal, Reconciliation result) {
        terminal.say(
                "Read        %8d messages (%s) in %.1f s",
                result.read(), Terminal.bytes(result.bytes()), result.seconds());
        terminal.say("Stored      %8d", result.stored());
        terminal.say("Duplicates  %8d  the same bytes again: noted, not stored twice", result.duplicates());
        terminal.say("Unreadable  %8d  stored all the same", result.unreadable());
        terminal.say("Rejected    %8d", result.rejected());
        Reconciliation.Classified classes = result.classified();
        terminal.say(
                "Classified  %8d  new items: Class 1 %d, Class 2 %d, Class 3 %d",
                classes.items(), classes.class1(), classes.class2(), classes.class3());
    }
}

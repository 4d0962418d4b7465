package org.muniment.api;

import org.muniment.batch.holding.HeldDue;

/** What holds keep that their periods would let go, as commands show it. */
final class ShownHeldDue {
    private ShownHeldDue() {}

    /** The series and the first items, in lines. */
    static void print(HeldDue due, Terminal terminal) {
        due.bySeries().forEach((series, count) -> terminal.say("  %-20s %12d", series, count));
        due.items().forEach(row -> {
            terminal.say("");
            terminal.say("%s  %s", row.id(), Terminal.plain(row.subject().isBlank() ? "(no subject)" : row.subject()));
            terminal.say(
                    "    %s, eligible since %s, kept by %s",
                    row.series(), row.eligible(), String.join(", ", row.holds()));
        });
        if (due.total() > due.items().size() && !due.items().isEmpty()) {
            terminal.say("");
            terminal.say("and %d more", due.total() - due.items().size());
        }
    }
}

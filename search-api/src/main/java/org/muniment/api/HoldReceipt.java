package org.muniment.api;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.ledger.Entry;
import org.muniment.batch.Rooms;
import org.muniment.batch.holding.Caught;
import org.muniment.batch.holding.Mailboxes;
import org.muniment.batch.lookback.LookBack;

/**
 * What a person gets who placed a hold.
 *
 * @param hold the hold, in force
 * @param entry its entry in the ledger
 * @param caught what it caught; null when that could not be listed
 * @param neverCollected custodians of whom nothing was collected yet
 */
public record HoldReceipt(
        ShownHold hold, long entry, @Nullable Caught caught, List<String> neverCollected) {
    static HoldReceipt of(Archive archive, LegalHold placed, Terminal terminal) {
        archive.ledger().checkpoint();
        long entry = archive.ledger().entriesFor(placed.id().value()).stream()
                .mapToLong(Entry::index)
                .min()
                .orElseThrow();
        Caught caught = caught(archive, placed.id(), terminal);
        return new HoldReceipt(
                ShownHold.of(archive, placed), entry, caught, Mailboxes.neverCollected(archive, placed.scope()));
    }

    /** Nothing that goes wrong here makes the hold bind less. */
    private static @Nullable Caught caught(Archive archive, HoldId hold, Terminal terminal) {
        try {
            new LookBack(Rooms.of(archive)).run(hold);
            return Caught.by(archive, hold);
        } catch (RuntimeException failed) {
            terminal.complain("muniment: " + hold + " is in force. What it caught could not be listed: "
                    + Reason.of(failed) + " To try again: muniment hold items " + hold + " --look-again");
            return null;
        }
    }

    void print(Terminal terminal, ZoneId zone) {
        hold.print(terminal, zone);
        ShownHold.line(terminal, "Receipt", "entry " + entry + " of the ledger");
        if (caught != null) {
            ShownHold.line(terminal, "Caught", caught.items() == 1 ? "1 item" : caught.items() + " items");
            if (caught.byDoubt() > 0) {
                ShownHold.line(
                        terminal, "", caught.byDoubt() + " of them because they could not be read or have no date");
            }
            if (caught.dueSoon() > 0) {
                ShownHold.line(
                        terminal,
                        "",
                        caught.dueSoon() + " of them were due to be destroyed within " + caught.days() + " days");
            }
        }
        neverCollected.forEach(custodian -> terminal.complain("muniment: nothing was collected from " + custodian
                + " yet. The hold covers what is collected later; see that the address is right."));
        terminal.say("");
        terminal.say("The hold is in force. Tell its custodians, and record it: muniment hold notice %s", hold.id());
    }
}

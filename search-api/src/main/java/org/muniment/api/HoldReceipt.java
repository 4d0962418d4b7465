package org.muniment.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.batch.Rooms;
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
    /**
     * What a hold caught among the items there are.
     *
     * @param items how many
     * @param byDoubt how many of them count as covered because they could not be read or have no date
     * @param dueSoon how many of them may be destroyed by their period within the next days
     * @param days how many days that are
     */
    record Caught(long items, long byDoubt, long dueSoon, int days) {}

    private static final int DUE_WITHIN = 30;

    static HoldReceipt of(Archive archive, LegalHold placed, Terminal terminal) {
        archive.ledger().checkpoint();
        long entry = archive.ledger().entriesFor(placed.id().value()).stream()
                .mapToLong(Entry::index)
                .min()
                .orElseThrow();
        Caught caught = caught(archive, placed.id(), terminal);
        return new HoldReceipt(ShownHold.of(archive, placed), entry, caught, neverCollected(archive, placed));
    }

    /** Nothing that goes wrong here makes the hold bind less. */
    private static @Nullable Caught caught(Archive archive, HoldId hold, Terminal terminal) {
        try {
            LookBack.Outcome found = new LookBack(Rooms.of(archive)).run(hold);
            LocalDate soon = archive.holds().day(archive.clock().instant()).plusDays(DUE_WITHIN);
            return new Caught(found.listed(), byDoubt(archive, hold), HeldDue.count(archive, hold, soon), DUE_WITHIN);
        } catch (RuntimeException failed) {
            terminal.complain("muniment: " + hold + " is in force. What it caught could not be listed: "
                    + Reason.of(failed) + " To try again: muniment hold items " + hold + " --look-again");
            return null;
        }
    }

    private static long byDoubt(Archive archive, HoldId hold) {
        ItemQuery known = archive.holds()
                .find(hold)
                .orElseThrow()
                .scope()
                .query(archive.settings().zone());
        return archive.index()
                .count(new ItemQuery.And(List.of(archive.holds().covering(hold), new ItemQuery.Not(known))));
    }

    private static List<String> neverCollected(Archive archive, LegalHold hold) {
        return hold.scope().custodians().stream()
                .sorted()
                .map(Custodian::address)
                .filter(address -> archive.index().count(new ItemQuery.Is(Field.CUSTODIAN, address)) == 0)
                .toList();
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

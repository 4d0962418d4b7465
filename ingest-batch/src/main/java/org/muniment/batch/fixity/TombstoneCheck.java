package org.muniment.batch.fixity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.muniment.archive.item.Registers;
import org.muniment.archive.item.TombstoneRegister;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.ObjectStore;

/**
 * Checks destroyed items: each tombstone against the ledger's entry of the destruction, and that what was destroyed and
 * not collected again has neither row nor object.
 */
final class TombstoneCheck {
    private static final int PAGE = 1000;
    private static final int TRIES = 10;

    private final Registers registers;
    private final Ledger ledger;
    private final ObjectStore objects;
    private final Faults faults;
    private final List<String> remains = new ArrayList<>();

    TombstoneCheck(Registers registers, Ledger ledger, ObjectStore objects, Faults faults) {
        this.registers = registers;
        this.ledger = ledger;
        this.objects = objects;
        this.faults = faults;
    }

    /** Whether tombstone and ledger tell of the same destruction. */
    static boolean agree(TombstoneRegister stone, CustodyEvent.Destroyed end) {
        return stone.item().equals(end.item())
                && stone.object().equals(end.object())
                && stone.series().equals(end.series())
                && stone.plan().equals(end.plan())
                && stone.destroyed().equals(end.at());
    }

    /** Gives how many tombstones there are. */
    long run() {
        long count = 0;
        long revision = 0;
        List<TombstoneRegister> page = registers.tombstonesAfter(revision, PAGE);
        while (!page.isEmpty()) {
            page.stream().map(TombstoneRegister::item).distinct().forEach(this::check);
            count += page.size();
            revision = page.getLast().revision();
            page = registers.tombstonesAfter(revision, PAGE);
        }
        return count;
    }

    private void check(String item) {
        faults.guard("item " + item, () -> found(item).forEach(what -> faults.add("item " + item, what)));
    }

    /** Tombstones and ledger are read one after the other: what was changed in between is looked at again. */
    private List<String> found(String item) {
        List<TombstoneRegister> stones = stones(item);
        List<String> found = compared(item, stones);
        for (int i = 0; i < TRIES && !found.isEmpty(); i++) {
            List<TombstoneRegister> again = stones(item);
            if (again.equals(stones)) {
                return found;
            }
            stones = again;
            found = compared(item, stones);
        }
        return found;
    }

    private List<TombstoneRegister> stones(String item) {
        return registers.tombstones(List.of(item)).getOrDefault(item, List.of());
    }

    private List<String> compared(String item, List<TombstoneRegister> stones) {
        boolean there = registers.known(List.of(item)).contains(item);
        History history = History.of(ledger.entriesFor(item));
        List<String> found = new ArrayList<>();
        for (TombstoneRegister stone : stones) {
            if (history.destroyed().stream().noneMatch(end -> agree(stone, end))) {
                found.add("has a tombstone of " + stone.plan() + ", and the ledger knows of no such destruction; "
                        + Remedy.BACKUP);
            } else if (!stone.object().startsWith(stone.item())
                    || !history.sizes().equals(Set.of(stone.size()))) {
                found.add("has a tombstone with another object, or another size of it, than were collected; "
                        + Remedy.BACKUP);
            }
        }
        if (found.isEmpty() && stones.size() > history.destroyed().size()) {
            found.add("has " + stones.size() + " tombstones, and was destroyed "
                    + history.destroyed().size() + " times, says the ledger; " + Remedy.BACKUP);
        }
        if (!there && !history.isGone()) {
            found.add(
                    "was collected again after it was destroyed, says the ledger, and is not in the catalogue any more; "
                            + Remedy.BACKUP);
        }
        return found;
    }

    /** Sorts out, of ids that have an object and no row, those that were destroyed; gives how many others there are. */
    long sort(List<String> unregistered) {
        Set<String> destroyed = registers.tombstones(unregistered).keySet();
        remains.addAll(destroyed);
        return unregistered.size() - destroyed.size();
    }

    /** Looks at them again, after everything else: their bytes may have been on their way in once more. */
    void settle() {
        registers.known(remains).forEach(remains::remove);
        registers.tombstones(remains).forEach((item, stones) -> {
            if (objects.contains(new Digest(stones.getLast().object()))) {
                faults.add("item " + item, "was destroyed and its bytes are still there; " + Remedy.SWEEP);
            }
        });
    }
}

package org.muniment.batch.fixity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.muniment.archive.item.Registers;
import org.muniment.archive.item.TombstoneRegister;
import org.muniment.archive.ledger.AccessStep;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.review.ReviewCheck;

/** Checks the catalogue against the ledger: whatever it noted, from its first entry on, is still registered. */
final class CustodyCheck {
    private static final int PORTION = 1000;

    private final Registers registers;
    private final RunCheck runs;
    private final RemovalCheck removals;
    private final ContainerCheck containers;
    private final ReviewCheck reviews;
    private final Faults faults;

    CustodyCheck(
            Registers registers,
            RunCheck runs,
            RemovalCheck removals,
            ContainerCheck containers,
            ReviewCheck reviews,
            Faults faults) {
        this.registers = registers;
        this.runs = runs;
        this.removals = removals;
        this.containers = containers;
        this.reviews = reviews;
        this.faults = faults;
    }

    void run(Stream<Entry> ledger) {
        runs.begin();
        ledger.map(Entry::event).gather(Gatherers.windowFixed(PORTION)).forEach(this::check);
        runs.end();
        removals.end();
        containers.end();
    }

    private void check(List<CustodyEvent> events) {
        Set<String> collected = new LinkedHashSet<>();
        List<CustodyEvent.Destroyed> destroyed = new ArrayList<>();
        for (CustodyEvent event : events) {
            switch (event) {
                case CustodyEvent.Collected first -> {
                    collected.add(first.item());
                    runs.named(first.run());
                }
                case CustodyEvent.CollectedAgain again -> {
                    collected.add(again.item());
                    runs.named(again.run());
                }
                case CustodyEvent.Rejected rejected -> runs.rejected(rejected);
                case CustodyEvent.Reconciled reconciled -> runs.reconciled(reconciled);
                case CustodyEvent.Destroyed end -> destroyed.add(end);
                case CustodyEvent.RemovedFromMailbox gone -> removals.named(gone);
                case CustodyEvent.ContainerKept kept -> containers.kept(kept);
                case CustodyEvent.ContainerDestroyed gone -> containers.destroyed(gone);
                case CustodyEvent.ItemCoded coded -> reviews.named(coded);
                case CustodyEvent.RedactionsDecided decided -> reviews.named(decided);
                case CustodyEvent.Decision decision -> {}
                case CustodyEvent.AccountStep step -> {}
                case AccessStep step -> {}
                case CustodyEvent.ArchiveCreated created -> {}
            }
        }
        runs.settle();
        removals.settle();
        reviews.settle().forEach(found -> faults.add("item " + found.name(), found.what() + "; " + Remedy.BACKUP));
        collected.removeAll(registers.known(collected));
        collected.removeAll(registers.tombstones(collected).keySet());
        collected.forEach(item -> faults.add(
                "item " + item,
                "was collected, says the ledger, and is not in the catalogue any more; " + Remedy.BACKUP));
        buried(destroyed);
    }

    /** Whether each destruction has its tombstone. Whether each tombstone has its destruction is checked elsewhere. */
    private void buried(List<CustodyEvent.Destroyed> destroyed) {
        Map<String, List<TombstoneRegister>> tombstones = registers.tombstones(
                destroyed.stream().map(CustodyEvent.Destroyed::item).toList());
        for (CustodyEvent.Destroyed end : destroyed) {
            if (tombstones.getOrDefault(end.item(), List.of()).stream()
                    .noneMatch(stone -> TombstoneCheck.agree(stone, end))) {
                faults.add(
                        "item " + end.item(),
                        "was destroyed by " + end.plan() + ", says the ledger, and has no tombstone that agrees; "
                                + Remedy.BACKUP);
            }
        }
    }
}

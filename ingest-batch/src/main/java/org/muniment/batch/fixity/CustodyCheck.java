package org.muniment.batch.fixity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.muniment.archive.item.Registers;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;

/** Checks the catalogue against the ledger: whatever it noted, from its first entry on, is still registered. */
final class CustodyCheck {
    private static final int PORTION = 1000;

    private final Registers registers;
    private final RunCheck runs;
    private final Faults faults;

    CustodyCheck(Registers registers, RunCheck runs, Faults faults) {
        this.registers = registers;
        this.runs = runs;
        this.faults = faults;
    }

    void run(Stream<Entry> ledger) {
        runs.begin();
        ledger.map(Entry::event).gather(Gatherers.windowFixed(PORTION)).forEach(this::check);
        runs.end();
    }

    private void check(List<CustodyEvent> events) {
        Set<String> collected = new LinkedHashSet<>();
        for (CustodyEvent event : events) {
            switch (event) {
                case CustodyEvent.ArchiveCreated created -> {}
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
                case CustodyEvent.Decision decision -> {}
                case CustodyEvent.Destroyed destroyed -> {}
            }
        }
        runs.settle();
        collected.removeAll(registers.known(collected));
        collected.forEach(item -> faults.add(
                "item " + item,
                "was collected, says the ledger, and is not in the catalogue any more; " + Remedy.BACKUP));
    }
}

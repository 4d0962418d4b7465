package org.muniment.archive.disposition.certificate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.muniment.archive.disposition.Disposition;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.PlanLine;
import org.muniment.archive.ledger.Checkpoint;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Proof;

/** Writes the files that hold every line of a plan: the list, what became of each item, the ledger's entries, the proofs. */
final class Evidence {
    static final String LIST = "list.txt";
    static final String ITEMS = "items.csv";
    static final String ENTRIES = "entries.txt";
    static final String PROOFS = "proofs";
    static final int PAGE = 500;

    private final PlanId plan;
    private final LongFunction<List<PlanLine>> linesAfter;
    private final Ledger ledger;
    private final Checkpoint under;
    private final Path folder;
    private final Tally tally = new Tally();
    private boolean outdated;

    /** @param linesAfter the plan's next lines after a number, none at the end */
    Evidence(PlanId plan, LongFunction<List<PlanLine>> linesAfter, Ledger ledger, Checkpoint under, Path folder) {
        this.plan = plan;
        this.linesAfter = linesAfter;
        this.ledger = ledger;
        this.under = under;
        this.folder = folder;
    }

    /** What became of the lines; empty when some of it happened after the checkpoint. */
    Optional<Tally> write(List<Entry> acts) throws IOException {
        Files.createDirectory(folder.resolve(PROOFS));
        try (BufferedWriter list = writer(LIST);
                BufferedWriter items = writer(ITEMS);
                BufferedWriter entries = writer(ENTRIES)) {
            items.write(ItemLine.HEADER + "\n");
            prove(acts, entries);
            long last = 0;
            for (List<PlanLine> page = linesAfter.apply(last); !page.isEmpty(); page = linesAfter.apply(last)) {
                page(page, list, items, entries);
                last = page.getLast().number();
            }
        }
        return outdated ? Optional.empty() : Optional.of(tally);
    }

    private BufferedWriter writer(String file) throws IOException {
        return Files.newBufferedWriter(folder.resolve(file), StandardCharsets.UTF_8);
    }

    private void page(List<PlanLine> lines, BufferedWriter list, BufferedWriter items, BufferedWriter entries)
            throws IOException {
        Map<String, Entry> ends = ends(lines);
        List<Entry> proven = new ArrayList<>(lines.size());
        for (PlanLine line : lines) {
            Entry end = ends.get(line.item().value());
            ItemLine item = ItemLine.of(line, end);
            requireTold(line, item);
            list.write(line.written() + "\n");
            items.write(item.csv() + "\n");
            tally.add(item);
            if (end != null) {
                proven.add(end);
            }
        }
        prove(proven, entries);
    }

    /** How the ledger says each of the items ended, as far as it was under this plan. */
    private Map<String, Entry> ends(List<PlanLine> lines) {
        List<String> ids = lines.stream().map(line -> line.item().value()).toList();
        Map<String, Entry> ends = new HashMap<>();
        for (Entry entry : ledger.entriesFor(ids)) {
            if (entry.event() instanceof CustodyEvent.Destroyed destroyed
                    && destroyed.plan().equals(plan.value())) {
                ends.put(destroyed.item(), entry);
            }
            if (entry.event() instanceof CustodyEvent.Withdrawn withdrawn
                    && withdrawn.plan().equals(plan.value())) {
                ends.put(withdrawn.item(), entry);
            }
        }
        return ends;
    }

    private static void requireTold(PlanLine line, ItemLine told) {
        String expected = switch (line.disposition()) {
            case Disposition.Destroyed destroyed -> ItemLine.DESTROYED;
            case Disposition.Withdrawn withdrawn -> ItemLine.KEPT;
            case Disposition.Proposed proposed -> ItemLine.OPEN;
            case Disposition.Approved approved -> ItemLine.OPEN;
            case Disposition.Condemned condemned -> ItemLine.OPEN;
        };
        if (!expected.equals(told.outcome())) {
            throw new CertificateRefused("The catalogue says of item " + line.item() + " that it is " + expected
                    + ", the ledger that it is " + told.outcome() + ". Run: muniment verify");
        }
    }

    private void prove(List<Entry> proven, BufferedWriter entries) throws IOException {
        outdated |= proven.stream().anyMatch(entry -> entry.index() >= under.size());
        if (outdated) {
            return;
        }
        List<Proof> proofs = ledger.prove(proven.stream().map(Entry::index).toList(), under);
        for (int at = 0; at < proven.size(); at++) {
            entries.write(line(proven.get(at)));
            Files.writeString(
                    folder.resolve(PROOFS).resolve(proof(proven.get(at).index())),
                    proofs.get(at).toString());
        }
    }

    static String line(Entry entry) {
        return entry.index() + " " + entry.json() + "\n";
    }

    static String proof(long index) {
        return index + ".tlog-proof";
    }
}

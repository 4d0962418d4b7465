package org.muniment.archive.disposition.certificate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.CustodyEvent.Destroyed;
import org.muniment.archive.ledger.CustodyEvent.Withdrawn;
import org.muniment.archive.ledger.Entry;

/** Goes through the list, what is said of each line, and the ledger's entries, side by side. */
final class ItemsCheck {
    private static final int FIELDS = 8;

    private final Certificate certificate;
    private final ActsCheck acts;
    private final Problems problems;
    private final Tally tally = new Tally();

    ItemsCheck(Certificate certificate, ActsCheck acts, Problems problems) {
        this.certificate = certificate;
        this.acts = acts;
        this.problems = problems;
    }

    void check(Path folder, ProvenEntries entries) throws IOException {
        try (BufferedReader list = Files.newBufferedReader(folder.resolve(Evidence.LIST));
                BufferedReader items = Files.newBufferedReader(folder.resolve(Evidence.ITEMS))) {
            problems.require(
                    ItemLine.HEADER.equals(items.readLine()),
                    Evidence.ITEMS,
                    "The first line is not " + ItemLine.HEADER);
            for (String line = list.readLine(); line != null; line = list.readLine()) {
                if (!line(line, items.readLine(), entries)) {
                    return;
                }
            }
            problems.require(items.readLine() == null, Evidence.ITEMS, "It has lines that the list does not have");
        } catch (CharacterCodingException notText) {
            problems.add(Evidence.ITEMS, "It, or the list, has bytes that are no text");
            return;
        }
        sums();
    }

    /** Whether it makes sense to go on. */
    private boolean line(String listed, @Nullable String csv, ProvenEntries entries) throws IOException {
        if (csv == null) {
            problems.add(Evidence.ITEMS, "It ends before the list does, at: " + listed);
            return false;
        }
        try {
            ItemLine item = ItemLine.parse(csv);
            tally.add(item);
            sameLine(List.of(listed.split("\t", -1)), item);
            return item.outcome().equals(ItemLine.OPEN) || proven(item, entries.next());
        } catch (IllegalArgumentException | DateTimeException e) {
            problems.add(Evidence.ITEMS, e.getMessage() + ": " + csv);
            return false;
        }
    }

    private void sameLine(List<String> listed, ItemLine item) {
        problems.require(
                listed.size() == FIELDS
                        && List.of(
                                        item.number(),
                                        item.item(),
                                        item.object(),
                                        item.size(),
                                        item.series(),
                                        item.recordClass())
                                .equals(listed.subList(0, FIELDS - 2))
                        && item.authority().equals(listed.getLast()),
                Evidence.ITEMS,
                "Line " + item.number() + " is not as in the list");
    }

    private boolean proven(ItemLine item, Optional<Entry> read) {
        if (read.isEmpty()) {
            problems.add(Evidence.ENTRIES, "The entry of line " + item.number() + " is missing");
            return false;
        }
        Entry entry = read.get();
        problems.requireEqual(
                item.entry(), Long.toString(entry.index()), Evidence.ITEMS, "The entry of line " + item.number());
        boolean same = switch (item.outcome()) {
            case ItemLine.DESTROYED -> entry.event() instanceof Destroyed event && isOf(item, event, entry.index());
            default -> entry.event() instanceof Withdrawn event && isOf(item, event);
        };
        problems.require(
                same, Evidence.ITEMS, "Line " + item.number() + " is not what entry " + entry.index() + " says");
        return true;
    }

    private boolean isOf(ItemLine item, Destroyed event, long entry) {
        acts.destroyed(event, entry);
        return event.item().equals(item.item())
                && event.object().equals(item.object())
                && event.series().equals(item.series())
                && event.authority().equals(item.authority())
                && event.at().toString().equals(item.at());
    }

    private boolean isOf(ItemLine item, Withdrawn event) {
        return event.item().equals(item.item())
                && event.plan().equals(certificate.plan().value())
                && event.reason().equals(item.reason())
                && event.at().toString().equals(item.at());
    }

    private void sums() {
        String file = CertificateFiles.JSON;
        problems.requireEqual(certificate.list().items(), tally.lines(), file, "list.items");
        problems.requireEqual(certificate.destroyed(), tally.destroyed(), file, "destroyed");
        problems.requireEqual(certificate.series(), tally.series(), file, "series");
        problems.requireEqual(certificate.kept(), tally.kept(), file, "kept");
        problems.requireEqual(certificate.open(), tally.open(), file, "open");
    }

    long lines() {
        return tally.lines();
    }
}

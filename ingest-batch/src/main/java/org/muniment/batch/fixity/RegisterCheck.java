package org.muniment.batch.fixity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Register;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.StoreException;

/** Checks items: the object against its key, the rows against what the ledger noted when they were written. */
final class RegisterCheck {
    private final Archive archive;
    private final Faults faults;
    private final AtomicLong items = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    RegisterCheck(Archive archive, Faults faults) {
        this.archive = archive;
        this.faults = faults;
    }

    long items() {
        return items.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** Checks some items, several at once; gives the digests of their objects. */
    List<Digest> check(List<Register> registers) {
        registers.parallelStream().forEach(this::check);
        return registers.stream()
                .flatMap(register -> digest(register.object()).stream())
                .toList();
    }

    private void check(Register register) {
        items.incrementAndGet();
        object(register);
        ledger(register);
    }

    private void object(Register register) {
        Optional<Digest> digest = digest(register.object());
        if (digest.isEmpty() || !ItemId.of(digest.get()).value().equals(register.item())) {
            faults.add(
                    "item " + register.item(), "its row names the object '" + register.object() + "', which can't be");
            return;
        }
        try (InputStream content = archive.objects().open(digest.get())) {
            long size = content.transferTo(OutputStream.nullOutputStream());
            bytes.addAndGet(size);
            if (size != register.size()) {
                faults.add(
                        "item " + register.item(),
                        "its row says " + register.size() + " bytes, its object has " + size);
            }
        } catch (StoreException | IOException e) {
            faults.add("object " + register.object(), String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Digest> digest(String hex) {
        try {
            return Optional.of(new Digest(hex));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private void ledger(Register register) {
        List<CustodyEvent.Collected> first = new ArrayList<>();
        List<String> collections = new ArrayList<>();
        for (Entry entry : archive.ledger().entriesFor(register.item())) {
            switch (entry.event()) {
                case CustodyEvent.Collected collected -> {
                    first.add(collected);
                    collections.add(collected.collection());
                }
                case CustodyEvent.CollectedAgain again -> collections.add(again.collection());
                case CustodyEvent.ArchiveCreated created -> strange(register, entry);
                case CustodyEvent.Rejected rejected -> strange(register, entry);
                case CustodyEvent.Reconciled reconciled -> strange(register, entry);
            }
        }
        compare(register, first, collections);
    }

    private void strange(Register register, Entry entry) {
        faults.add(
                "item " + register.item(), "ledger entry " + entry.index() + " is filed under it and is not about it");
    }

    private void compare(Register register, List<CustodyEvent.Collected> first, List<String> collections) {
        String item = "item " + register.item();
        if (first.size() != 1) {
            faults.add(item, "has " + first.size() + " first collections in the ledger instead of one");
            return;
        }
        if (!first.getFirst().object().equals(register.object())) {
            faults.add(item, "its row names another object than the ledger");
        }
        if (!first.getFirst().register().equals(register.register().hex())) {
            faults.add(item, "its row was changed since it was registered; restore the catalogue from a backup");
        }
        Collections.sort(collections);
        if (!collections.equals(register.collections().stream().map(Digest::hex).toList())) {
            faults.add(item, "its collections are not those the ledger noted; restore the catalogue from a backup");
        }
    }
}

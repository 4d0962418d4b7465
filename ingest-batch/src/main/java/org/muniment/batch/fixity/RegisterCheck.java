package org.muniment.batch.fixity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.muniment.archive.disposition.Disposition;
import org.muniment.archive.disposition.Dispositions;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Register;
import org.muniment.archive.item.Registers;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.ObjectMissing;
import org.muniment.archive.store.ObjectStore;
import org.muniment.archive.store.StoreException;
import org.muniment.batch.fixity.Verification.Fault;

/** Checks items: the object against its key, the rows against what the ledger noted when they were written. */
final class RegisterCheck {
    private static final int PORTION = 500;
    private static final int TRIES = 10;

    private final Registers registers;
    private final Ledger ledger;
    private final ObjectStore objects;
    private final Dispositions dispositions;
    private final Faults faults;
    private final AtomicLong items = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    RegisterCheck(Registers registers, Ledger ledger, ObjectStore objects, Dispositions dispositions, Faults faults) {
        this.registers = registers;
        this.ledger = ledger;
        this.objects = objects;
        this.dispositions = dispositions;
        this.faults = faults;
    }

    long items() {
        return items.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** Checks some items, several at once. */
    void check(List<String> ids) {
        for (int from = 0; from < ids.size(); from += PORTION) {
            registers.find(ids.subList(from, Math.min(ids.size(), from + PORTION))).parallelStream()
                    .map(this::check)
                    .toList()
                    .forEach(found -> found.forEach(faults::add));
        }
    }

    /** Rows, object and ledger are read one after the other: what was changed in between is looked at again. */
    private List<Fault> check(Register first) {
        items.incrementAndGet();
        Register register = first;
        List<Fault> found = looked(register);
        for (int i = 0; i < TRIES && !found.isEmpty(); i++) {
            List<Register> again = registers.find(List.of(first.item()));
            if (again.isEmpty()) {
                // It was destroyed meanwhile. A row taken out in any other way misses its tombstone.
                return List.of();
            }
            if (again.equals(List.of(register))) {
                return found;
            }
            register = again.getFirst();
            found = looked(register);
        }
        return found;
    }

    private List<Fault> looked(Register register) {
        List<Fault> found = new ArrayList<>();
        try {
            object(register).ifPresent(found::add);
            found.addAll(compared(register));
        } catch (RuntimeException e) {
            found.add(fault(register, "can't be checked: " + Faults.reason(e)));
        }
        return found;
    }

    private Optional<Fault> object(Register register) {
        Optional<Digest> digest = digest(register.object());
        if (digest.isEmpty() || !register.object().startsWith(register.item())) {
            return Optional.of(
                    fault(register, "its row names the object '" + register.object() + "', which can't be its own"));
        }
        try (InputStream content = objects.open(digest.get())) {
            long size = content.transferTo(OutputStream.nullOutputStream());
            bytes.addAndGet(size);
            return size == register.size()
                    ? Optional.empty()
                    : Optional.of(
                            fault(register, "its row says " + register.size() + " bytes, its object has " + size));
        } catch (ObjectMissing e) {
            return Optional.of(
                    isBeingDestroyed(new ItemId(register.item()))
                            ? fault(register, "its destruction was begun and not ended; " + Remedy.EXECUTE)
                            : new Fault("object " + digest.get(), String.valueOf(e.getMessage())));
        } catch (StoreException | IOException e) {
            return Optional.of(new Fault("object " + digest.get(), String.valueOf(e.getMessage())));
        }
    }

    /** Only a destruction that was noted to begin makes a missing object legitimate. */
    private boolean isBeingDestroyed(ItemId item) {
        return dispositions.of(item).stream()
                .anyMatch(place ->
                        place.line().disposition() instanceof Disposition.Condemned condemned && condemned.begun());
    }

    private static Optional<Digest> digest(String hex) {
        try {
            return Optional.of(new Digest(hex));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private List<Fault> compared(Register register) {
        History history = History.of(ledger.entriesFor(register.item()));
        List<Fault> found = new ArrayList<>();
        history.strange()
                .forEach(entry -> found.add(
                        fault(register, "ledger entry " + entry.index() + " is filed under it and is not about it")));
        if (history.isGone()) {
            found.add(fault(register, "was destroyed, says the ledger, and is in the catalogue; " + Remedy.BACKUP));
        } else if (history.first().size() == 1) {
            item(register, history.first().getFirst(), found);
        } else {
            found.add(fault(
                    register, "has " + history.first().size() + " first collections in the ledger instead of one"));
        }
        if (!history.collections()
                .equals(register.collections().stream().map(Digest::hex).toList())) {
            found.add(fault(register, "its collections are not those the ledger noted; " + Remedy.BACKUP));
        }
        thread(register).ifPresent(found::add);
        return found;
    }

    private static void item(Register register, CustodyEvent.Collected noted, List<Fault> found) {
        if (!noted.object().equals(register.object()) || noted.size() != register.size()) {
            found.add(fault(register, "its row names another object, or another size of it, than the ledger"));
        }
        if (!noted.register().equals(register.register().hex())) {
            found.add(fault(register, "its row was changed since it was registered; " + Remedy.BACKUP));
        }
    }

    /** None: its ids are too long to be stored whole, or can't be read; the digest of the row shows which. */
    private static Optional<Fault> thread(Register register) {
        Set<String> threads = register.threads();
        return threads.isEmpty() || threads.equals(Set.of(register.thread()))
                ? Optional.empty()
                : Optional.of(fault(register, "is not in the thread of its message ids; " + Remedy.BACKUP));
    }

    private static Fault fault(Register register, String what) {
        return new Fault("item " + register.item(), what);
    }
}

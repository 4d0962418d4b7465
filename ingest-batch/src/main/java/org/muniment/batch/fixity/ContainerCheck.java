package org.muniment.batch.fixity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muniment.archive.item.Container;
import org.muniment.archive.item.Containers;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.ObjectMissing;
import org.muniment.archive.store.ObjectStore;
import org.muniment.archive.store.StoreException;

/**
 * Checks the files that items came out of: each that the ledger says is kept is registered, and its parts are there and hash
 * to it; each that was destroyed is gone.
 */
final class ContainerCheck {
    private static final int PAGE = 100;

    private final Containers containers;
    private final ObjectStore objects;
    private final Faults faults;
    private final Map<String, Long> noted = new TreeMap<>();

    ContainerCheck(Containers containers, ObjectStore objects, Faults faults) {
        this.containers = containers;
        this.objects = objects;
        this.faults = faults;
    }

    void kept(CustodyEvent.ContainerKept kept) {
        noted.put(kept.container(), kept.size());
    }

    void destroyed(CustodyEvent.ContainerDestroyed gone) {
        noted.remove(gone.container());
    }

    /** Compares the register with what the ledger noted, and reads every part. */
    void end() {
        Set<String> missing = new TreeSet<>(noted.keySet());
        Set<String> interrupted = containers.begun().keySet().stream()
                .map(one -> one.original().digest().hex())
                .collect(Collectors.toSet());
        long last = 0;
        for (List<Container> page = containers.after(last, PAGE);
                !page.isEmpty();
                page = containers.after(last, PAGE)) {
            for (Container one : page) {
                String digest = one.original().digest().hex();
                if (!missing.remove(digest)
                        || !Long.valueOf(one.original().size()).equals(noted.get(digest))) {
                    faults.add("container " + digest, "is not what the ledger noted; " + Remedy.BACKUP);
                }
                bytes(one, interrupted.contains(digest));
            }
            last = page.getLast().number();
        }
        missing.forEach(digest -> faults.add(
                "container " + digest,
                "is kept, says the ledger, and is not in the catalogue any more; " + Remedy.BACKUP));
    }

    private void bytes(Container one, boolean interrupted) {
        String where = "container " + one.original().digest().hex();
        MessageDigest whole = Digest.sha256();
        try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), whole)) {
            for (Container.Part part : one.original().parts()) {
                try (InputStream in = objects.open(part.object())) {
                    in.transferTo(out);
                }
            }
            if (!Digest.ofHash(whole.digest()).equals(one.original().digest())) {
                faults.add(where, "its parts do not add up to it; " + Remedy.BACKUP);
            }
        } catch (ObjectMissing e) {
            faults.add(
                    where,
                    interrupted
                            ? "its destruction was begun and not ended; " + Remedy.EXECUTE
                            : String.valueOf(e.getMessage()));
        } catch (StoreException | IOException e) {
            faults.add(where, String.valueOf(e.getMessage()));
        }
    }
}

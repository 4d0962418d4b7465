package org.muniment.archive.disposition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.muniment.archive.store.Digest;

/** The digest of a plan's list while its lines go by, in their order. See {@link PlanLine#written()}. */
final class ListDigest {
    private final MessageDigest hash = Digest.sha256();

    void add(List<PlanLine> lines) {
        for (PlanLine line : lines) {
            hash.update(line.written().getBytes(StandardCharsets.UTF_8));
            hash.update((byte) '\n');
        }
    }

    /** Of all lines so far. Ends it: call once. */
    Digest digest() {
        return Digest.ofHash(hash.digest());
    }
}

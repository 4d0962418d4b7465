package org.muniment.archive.item;

import java.util.List;
import org.muniment.archive.store.Digest;

/**
 * An item's rows as a check sees them: nothing is interpreted, so that a row that was tampered with can still be named.
 *
 * @param item the id column
 * @param object the digest column
 * @param size the size column
 * @param revision the revision column
 * @param register digest of the item's row now; the ledger's {@code Collected} entry has it as it was then
 * @param collections digests of the collections' rows now, in ascending order
 */
public record Register(
        String item, String object, long size, long revision, Digest register, List<Digest> collections) {
    public Register {
        collections = List.copyOf(collections);
    }
}

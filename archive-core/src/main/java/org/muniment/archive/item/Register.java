package org.muniment.archive.item;

import java.util.List;
import java.util.Set;
import org.muniment.archive.store.Digest;

/**
 * An item's rows as a check sees them: nothing is interpreted, so that a row that was tampered with can still be named.
 *
 * @param item the id column
 * @param object the digest column
 * @param size the size column
 * @param thread the thread column
 * @param threads the threads that the item's message ids belong to; {@code thread} alone when all is well. Empty when
 *     the row does not tell its ids; {@link #UNKNOWN} among them when an id belongs to no thread
 * @param revision the revision column
 * @param register digest of the item's row now; the ledger's {@code Collected} entry has it as it was then
 * @param collections digests of the collections' rows now, in ascending order
 */
public record Register(
        String item,
        String object,
        long size,
        String thread,
        Set<String> threads,
        long revision,
        Digest register,
        List<Digest> collections) {
    /** Stands for the thread of a message id that the catalogue does not know. */
    public static final String UNKNOWN = "";

    public Register {
        threads = Set.copyOf(threads);
        collections = List.copyOf(collections);
    }
}

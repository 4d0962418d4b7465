package org.muniment.archive.index;

import java.util.List;
import java.util.stream.Stream;
import org.muniment.archive.item.ItemId;

/**
 * Finds items by query. Disposable: rebuilt from catalogue and objects with equal answers. Changes become visible and
 * durable together at {@link #commit}; after a crash the index is as of its last commit and says so by
 * {@link #through()}. Safe for many threads; one process writes.
 */
public interface SearchIndex extends ItemSearch, AutoCloseable {
    /** Adds items, or replaces them where their id is known. */
    void put(List<ItemDocument> documents);

    /** Removes items; unknown ids are no error. */
    void remove(List<ItemId> items);

    /** Makes all changes so far visible and durable, and notes that every catalogue revision up to this one is in. */
    void commit(long through);

    /** The catalogue revision of the last commit; 0 for a new index. */
    long through();

    /** Number of items in the index, as of the last commit. */
    long size();

    /**
     * Every item in the index, in ascending order of ids, as of the last commit when each part of the stream is read. Exact,
     * and reads no documents. An item that is there twice is told twice.
     */
    Stream<ItemId> items();

    /** The same questions as somebody may ask them who sees {@link Own} mail only. */
    ItemSearch seenBy(Own own);

    /** Reads every file of the index and compares checksums; says what is damaged, in words. */
    List<String> damage();

    /**
     * Rewrites every file that still has words of removed or replaced items, so that none keeps them, and makes that
     * durable. Takes as long as writing those files again; nothing to do where removed items leave nothing behind.
     */
    default void expunge() {}

    /** Empties the index, before a rebuild. */
    void clear();

    @Override
    void close();
}

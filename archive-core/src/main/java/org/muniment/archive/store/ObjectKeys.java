package org.muniment.archive.store;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The register of the keys of encrypted objects. Safe for many threads. */
interface ObjectKeys {
    /** The key of an object, or nothing when there is none. */
    Optional<SealedKey> find(Digest object);

    /** Registers keys, all or none; of an object that has one already nothing is changed. */
    void keep(List<SealedKey> keys, Runnable whenKept);

    /** Removes the key of an object; removing what is absent is no error. */
    void forget(Digest object);

    /** Objects that have a key, ascending, read as the stream advances. */
    Stream<SealedKey> all();

    /** Keys that another master key than this one wraps, ascending by object, at most so many. */
    List<SealedKey> notUnder(String master, int limit);

    /** Puts the same keys, wrapped anew, in the place of those that are there; all or none. */
    void replace(List<SealedKey> keys);

    /** How many keys each master key wraps. */
    SortedMap<String, Long> counts();
}

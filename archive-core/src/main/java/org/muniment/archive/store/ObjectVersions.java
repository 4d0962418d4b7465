package org.muniment.archive.store;

import java.util.List;
import java.util.Optional;

/**
 * Which version of a key in a versioned store is the object. Stores that keep every write as a further version cannot
 * promise "written once" themselves; here the first version that is settled is the object, for every process on the same
 * catalogue. Whatever is lost here can be found again in the store by reading. Safe for many threads.
 */
public interface ObjectVersions {
    /**
     * Says that the caller is about to write the object, before it does. Tells who came before: {@link Claim.Fresh} when
     * nobody did.
     *
     * @param size the length of the object in bytes
     */
    Claim claim(Digest digest, long size);

    /**
     * Makes a written and verified version the object, unless one was settled before.
     *
     * @return the settled version: the given one, or that of the caller who came first
     */
    String settle(Digest digest, long size, String version);

    /** What is known of an object; nothing when it was never claimed, or forgotten. */
    Optional<Claim> find(Digest digest);

    /** Takes back that this version is the object, because the store no longer has it. Any other version stays settled. */
    void reopen(Digest digest, String version);

    /** Forgets an object, whatever its state. Forgetting what is unknown is no error. */
    void forget(Digest digest);

    /** Claims that were never settled, in ascending order: writes under way, and what a crash left. */
    List<Digest> unsettled();

    /** How far the writing of an object has come. */
    sealed interface Claim {
        /** Nobody claimed it before this call. */
        record Fresh() implements Claim {}

        /** Somebody claimed it and has not settled it: a write under way, or a crash. */
        record Unsettled() implements Claim {}

        /**
         * The object is this version of its key.
         *
         * @param size its length in bytes
         */
        record Settled(String version, long size) implements Claim {}
    }
}

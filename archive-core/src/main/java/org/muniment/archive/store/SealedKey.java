package org.muniment.archive.store;

/**
 * The key of one encrypted object, as it is kept.
 *
 * @param object SHA-256 of the bytes as collected, the object's name
 * @param stored SHA-256 of the encrypted bytes, their name in the store behind
 * @param size bytes as collected
 * @param master the name of the master key that wraps it
 * @param wrapped the key, encrypted by the master key
 */
record SealedKey(Digest object, Digest stored, long size, String master, byte[] wrapped) {
    SealedKey under(String otherMaster, byte[] wrappedAnew) {
        return new SealedKey(object, stored, size, otherMaster, wrappedAnew);
    }
}

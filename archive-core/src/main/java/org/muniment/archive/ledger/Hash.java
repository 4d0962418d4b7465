package org.muniment.archive.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 hash in the Merkle tree: 32 bytes, printed in base64 as the C2SP formats do. */
public final class Hash {
    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    static Hash of(byte[] from, int offset) {
        return new Hash(Arrays.copyOfRange(from, offset, offset + LENGTH));
    }

    /** The SHA-256 of a prefix byte and some parts after it. */
    static Hash sha256(byte prefix, byte[]... parts) {
        MessageDigest digest = sha256();
        digest.update(prefix);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    static Hash node(byte prefix, Hash left, Hash right) {
        return sha256(prefix, left.bytes, right.bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Reads 44 characters of base64.
     *
     * @throws Malformed when it is anything else
     */
    public static Hash parse(String base64) {
        byte[] bytes = decode(base64);
        if (bytes.length != LENGTH) {
            throw new Malformed("A hash is 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes);
    }

    /** Decodes base64 of RFC 4648 §4 and nothing looser: one text for given bytes, so that no bit of it is free. */
    static byte[] decode(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Malformed("Not base64: " + base64, e);
        }
        throw new Malformed("Not base64 as RFC 4648 writes it: " + base64);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, LENGTH);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

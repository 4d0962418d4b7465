package org.muniment.archive.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The public key of a log: with it and the files alone, checkpoints and proofs are checked. Printed as a C2SP verifier
 * key, {@code name+keyid+base64(0x01 || key)}.
 *
 * @param name the key's name, which is the log's origin; without spaces and plus signs
 * @param key an Ed25519 public key
 */
public record VerifierKey(String name, PublicKey key) {
    private static final byte ED25519 = 1;
    private static final int KEY_LENGTH = 32;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{Cntrl}+]+");

    public VerifierKey {
        if (!NAME.matcher(name).matches()) {
            throw new Malformed("A key's name has no spaces and no plus sign, and is not empty: " + name);
        }
    }

    /**
     * Reads a verifier key.
     *
     * @throws Malformed when it is not one, or is not Ed25519
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new Malformed("A verifier key is name+id+key, not: " + text);
        }
        byte[] typed = Hash.decode(parts[2]);
        if (typed.length != KEY_LENGTH + 1 || typed[0] != ED25519) {
            throw new Malformed("Not an Ed25519 key: " + text);
        }
        VerifierKey key = new VerifierKey(parts[0], decode(Arrays.copyOfRange(typed, 1, typed.length)));
        if (!key.id().equals(parts[1])) {
            throw new Malformed("The key's id is " + key.id() + ", but the text says " + parts[1]);
        }
        return key;
    }

    private static PublicKey decode(byte[] raw) {
        ByteBuffer x509 = ByteBuffer.allocate(X509_PREFIX.length + KEY_LENGTH)
                .put(X509_PREFIX)
                .put(raw);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509.array()));
        } catch (GeneralSecurityException e) {
            throw new Malformed("Not an Ed25519 public key", e);
        }
    }

    /** Eight lower-case hexadecimal digits that tell keys of one name apart. */
    public String id() {
        return HexFormat.of().formatHex(idBytes());
    }

    byte[] idBytes() {
        MessageDigest digest = Hash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(typed()), 4);
    }

    private byte[] typed() {
        byte[] encoded = key.getEncoded();
        ByteBuffer typed = ByteBuffer.allocate(KEY_LENGTH + 1).put(ED25519);
        return typed.put(encoded, encoded.length - KEY_LENGTH, KEY_LENGTH).array();
    }

    /** Whether this key signed the text. */
    boolean verifies(String text, byte[] signature) {
        return verifies(text.getBytes(StandardCharsets.UTF_8), signature);
    }

    /** Whether this key signed these bytes: Ed25519, a signature of 64 bytes. */
    public boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformedSignature) {
            return false;
        }
    }

    @Override
    public String toString() {
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed());
    }
}

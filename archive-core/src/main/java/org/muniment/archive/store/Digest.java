package org.muniment.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of some bytes: the name of an object, and the number an auditor computes with {@code sha256sum}.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) implements Comparable<Digest> {
    private static final int LENGTH = 64;

    public Digest {
        if (!isDigits(hex, LENGTH)) {
            throw new IllegalArgumentException("A digest is 64 lower-case hexadecimal digits, not: " + hex);
        }
    }

    public static Digest of(byte[] content) {
        return ofHash(sha256().digest(content));
    }

    /** Of a file of any size. */
    public static Digest ofFile(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return ofHash(sha256.digest());
    }

    /** Whether a text is so many lower-case hexadecimal digits. Pages read thousands: a pattern would cost more than the rest. */
    public static boolean isDigits(String text, int length) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one < '0' || one > 'f' || one > '9' && one < 'a') {
                return false;
            }
        }
        return text.length() == length;
    }

    /** Takes the 32 bytes a finished {@link #sha256()} gives. */
    public static Digest ofHash(byte[] hash) {
        return new Digest(HexFormat.of().formatHex(hash));
    }

    /** A fresh SHA-256 computation. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(Digest other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}

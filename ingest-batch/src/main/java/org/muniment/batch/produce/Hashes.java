package org.muniment.batch.produce;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** MD5 of files, which load files name and receivers compare; nothing here relies on it. */
final class Hashes {
    private Hashes() {}

    /** Opens what is hashed. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    static String md5(Source source) throws IOException {
        MessageDigest md5 = md5();
        try (InputStream in = source.open();
                DigestInputStream hashed = new DigestInputStream(in, md5)) {
            hashed.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(md5.digest());
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}

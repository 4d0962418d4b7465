package org.muniment.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/**
 * Bytes that must be read whole before they can be stored, because the key is their hash. Closing deletes what was put
 * aside.
 */
record Arrival(Digest digest, Spool bytes) implements AutoCloseable {
    /**
     * Reads the stream to its end.
     *
     * @param folder for what is too large for memory
     */
    static Arrival of(InputStream bytes, Path folder) {
        MessageDigest hash = Digest.sha256();
        try (SpoolWriter writer = new SpoolWriter(folder)) {
            DigestOutputStream out = new DigestOutputStream(writer, hash);
            byte[] buffer = new byte[16 << 10];
            for (int read; (read = bytes.read(buffer)) >= 0; ) {
                out.write(buffer, 0, read);
                if (writer.size() > ObjectStore.LARGEST) {
                    throw new StoreRefused(
                            "An object has at most " + ObjectStore.LARGEST + " bytes. Split what you collect.");
                }
            }
            return new Arrival(Digest.ofHash(hash.digest()), writer.finish());
        } catch (IOException e) {
            throw new StoreUnavailable("Cannot read the bytes to store: " + e, e);
        }
    }

    @Override
    public void close() {
        bytes.close();
    }
}

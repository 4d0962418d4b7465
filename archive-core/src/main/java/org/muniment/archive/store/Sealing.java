package org.muniment.archive.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;

/**
 * Bytes that were read to their end and put aside encrypted, since their name is known only then. Closing deletes what was
 * put aside. The bytes as collected are never written to disk.
 *
 * @param digest of the bytes as collected
 * @param stored of the encrypted bytes
 * @param size of the bytes as collected
 * @param bytes encrypted
 */
record Sealing(Digest digest, Digest stored, long size, Spool bytes) implements AutoCloseable {
    /** Hashing, counting and encrypting in one pass. */
    static Sealing of(InputStream plain, ObjectCipher cipher, Path folder) {
        DigestInputStream hashed = new DigestInputStream(plain, Digest.sha256());
        Counted counted = new Counted(hashed);
        Encrypting encrypting = new Encrypting(counted, cipher);
        try (SpoolWriter spool = new SpoolWriter(folder)) {
            DigestOutputStream out = new DigestOutputStream(spool, Digest.sha256());
            encrypting.transferTo(out);
            return new Sealing(
                    Digest.ofHash(hashed.getMessageDigest().digest()),
                    Digest.ofHash(out.getMessageDigest().digest()),
                    counted.count,
                    spool.finish());
        } catch (IOException e) {
            throw new StoreUnavailable("Cannot read the bytes to store: " + e, e);
        }
    }

    /** Counts, and refuses what is too large before the disk is full of it. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            if (count > EncryptedObjectStore.LARGEST_PLAIN) {
                throw new StoreRefused("An encrypted object has at most " + EncryptedObjectStore.LARGEST_PLAIN
                        + " bytes. Split what you collect.");
            }
            return read;
        }
    }

    @Override
    public void close() {
        bytes.close();
    }
}

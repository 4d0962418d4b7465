package org.muniment.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Hashes an object while it is read. The read that would hand out the last bytes proves them first, so that even a reader
 * that stops at the known length has read proven bytes. Skipping reads.
 */
final class ProvingInputStream extends InputStream {
    private final InputStream bytes;
    private final Digest expected;
    private final long length;
    private final String where;
    private final MessageDigest hash = Digest.sha256();
    private long seen;
    private @Nullable Digest found;

    /**
     * @param length how many bytes the store says there are
     * @param where the name of the store, for messages
     */
    ProvingInputStream(InputStream bytes, Digest expected, long length, String where) {
        this.bytes = bytes;
        this.expected = expected;
        this.length = length;
        this.where = where;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) {
        if (count == 0) {
            return 0;
        }
        if (found != null) {
            prove(found);
            return -1;
        }
        int read = take(buffer, offset, count);
        if (read < 0 || seen >= length) {
            prove(finish(read));
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] buffer = new byte[(int) Math.min(8192, Math.max(1, count))];
        long left = count;
        while (left > 0) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                break;
            }
            left -= read;
        }
        return count - left;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private int take(byte[] buffer, int offset, int count) {
        try {
            int read = bytes.read(buffer, offset, count);
            if (read > 0) {
                hash.update(buffer, offset, read);
                seen += read;
            }
            return read;
        } catch (IOException e) {
            throw new StoreUnavailable("Reading object " + expected + " from " + where + " broke off. Try again.", e);
        }
    }

    /** Reads what may follow the known length, so that the hash is of everything that is there. */
    private Digest finish(int read) {
        byte[] rest = new byte[8192];
        for (int more = read; more >= 0; ) {
            more = take(rest, 0, rest.length);
        }
        Digest whole = Digest.ofHash(hash.digest());
        found = whole;
        return whole;
    }

    private void prove(Digest whole) {
        if (!whole.equals(expected)) {
            throw new ObjectCorrupt(expected, whole, where);
        }
    }
}

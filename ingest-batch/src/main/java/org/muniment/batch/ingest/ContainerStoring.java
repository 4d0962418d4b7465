package org.muniment.batch.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.item.Container;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.ObjectStore;

/** Stores a container in parts. */
final class ContainerStoring {
    private final ObjectStore store;
    private final long part;

    /** @param part the largest part, in bytes */
    ContainerStoring(ObjectStore store, long part) {
        this.store = store;
        this.part = part;
    }

    /**
     * Stores it; deletes the file when it is temporary.
     *
     * @throws IllegalStateException when the file is not the one that was announced
     */
    Container.Original store(RawContainer raw) {
        MessageDigest whole = Digest.sha256();
        List<Container.Part> parts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(raw.file());
                DigestInputStream hashed = new DigestInputStream(in, whole)) {
            long left = Files.size(raw.file());
            long size = left;
            while (left > 0) {
                Portion portion = new Portion(hashed, Math.min(part, left));
                Digest object = store.put(portion);
                parts.add(new Container.Part(object, portion.taken));
                left -= Math.min(part, left);
            }
            Digest digest = Digest.ofHash(whole.digest());
            if (!digest.equals(raw.digest())) {
                throw new IllegalStateException("The file " + raw.place()
                        + " changed while it was read. Close it in Outlook, then start again");
            }
            return new Container.Original(digest, size, raw.format(), parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            discard(raw);
        }
    }

    static void discard(RawContainer raw) {
        if (raw.temporary()) {
            try {
                Files.deleteIfExists(raw.file());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The next bytes of a stream. */
    private static final class Portion extends FilterInputStream {
        private long left;
        private long taken;

        Portion(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int b = left == 0 ? -1 : in.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(buffer, offset, (int) Math.min(length, left));
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            taken += read;
        }

        @Override
        public void close() {
            // the next portion follows
        }
    }
}

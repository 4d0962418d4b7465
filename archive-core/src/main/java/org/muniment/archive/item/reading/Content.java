package org.muniment.archive.item.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;

/**
 * The decoded bytes of a part.
 *
 * @param bytes what could be decoded
 * @param size how many
 * @param digest their SHA-256
 */
record Content(Spool bytes, long size, Digest digest) implements AutoCloseable {
    /** Enough to tell any known file type. */
    private static final int HEAD = 4_096;

    static Content of(byte[] bytes) {
        return new Content(Spool.of(bytes), bytes.length, Digest.of(bytes));
    }

    /** Reads a stream to its end, to its first fault, or to what the limits leave; the latter two are gaps. */
    static Content read(InputStream in, Gathering gathering, String place) {
        MessageDigest hash = Digest.sha256();
        try (SpoolWriter writer = new SpoolWriter(gathering.scratch())) {
            copy(new Careful(in, gathering, place), writer, hash, gathering.budget());
            gathering.spend(writer.size());
            if (gathering.budget() == 0) {
                gathering.gap(
                        place, "unfolds to more than " + (gathering.limits().inflated() >> 20) + " MB");
            }
            return new Content(writer.finish(), writer.size(), Digest.ofHash(hash.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@link #read} of text: at most {@code most} bytes, and no digest is needed. */
    static byte[] readShort(InputStream in, Gathering gathering, String place, int most) {
        Careful careful = new Careful(in, gathering, place);
        byte[] bytes = new byte[2_048];
        int size = 0;
        int read = careful.read(bytes, 0, Math.min(bytes.length, most));
        while (read > 0) {
            size += read;
            if (size == most) {
                break;
            }
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(most, size * 2));
            }
            read = careful.read(bytes, size, bytes.length - size);
        }
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private static void copy(Careful in, SpoolWriter writer, MessageDigest hash, long most) throws IOException {
        byte[] buffer = new byte[8_192];
        long left = most;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read <= 0) {
                return;
            }
            writer.write(buffer, 0, read);
            hash.update(buffer, 0, read);
            left -= read;
        }
    }

    /** A stream whose faults are gaps, not exceptions: only the object itself failing to be read is one. */
    private record Careful(InputStream in, Gathering gathering, String place) {
        int read(byte[] buffer, int offset, int length) {
            try {
                return in.read(buffer, offset, length);
            } catch (UncheckedIOException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                boolean secret = String.valueOf(e.getMessage()).contains("encrypted");
                gathering.gap(place, secret ? "password-protected" : "damaged: it breaks off");
                return -1;
            }
        }
    }

    byte[] head() {
        try (InputStream in = bytes.open()) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last bytes, at most {@code limit}. */
    byte[] last(int limit) {
        try (InputStream in = bytes.open()) {
            in.skipNBytes(Math.max(0, size - limit));
            return in.readNBytes(limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first bytes, at most {@code limit}. */
    byte[] first(int limit) {
        if (bytes instanceof Spool.InMemory memory && memory.bytes().length <= limit) {
            return memory.bytes();
        }
        try (InputStream in = bytes.open()) {
            return in.readNBytes(limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        bytes.close();
    }
}

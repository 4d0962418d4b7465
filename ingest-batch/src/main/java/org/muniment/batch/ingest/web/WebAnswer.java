package org.muniment.batch.ingest.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Instant;
import org.muniment.archive.item.reading.FieldBlock;
import org.muniment.archive.item.reading.HttpPayload;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/**
 * A server's answer, byte for byte.
 *
 * @param address that was asked
 * @param server that answered
 * @param at when it was asked
 * @param status such as 200
 * @param fields of its head
 * @param bytes all of it, head and payload as they came over the wire
 * @param cut whether only its first part was taken, since it was too large
 */
public record WebAnswer(
        URI address, InetAddress server, Instant at, int status, FieldBlock fields, Spool bytes, boolean cut)
        implements AutoCloseable {
    /** The payload, without transfer and content coding. */
    public InputStream payload() throws IOException {
        return HttpPayload.of(new BufferedInputStream(bytes.open(), 1 << 17))
                .orElseThrow(() -> new IOException("the answer has no head"))
                .payload();
    }

    /** Digest of the payload. */
    public Digest payloadDigest() throws IOException {
        MessageDigest hash = Digest.sha256();
        try (InputStream in = payload()) {
            byte[] buffer = new byte[1 << 14];
            int read = in.read(buffer);
            while (read >= 0) {
                hash.update(buffer, 0, read);
                read = in.read(buffer);
            }
        }
        return Digest.ofHash(hash.digest());
    }

    @Override
    public void close() {
        bytes.close();
    }
}

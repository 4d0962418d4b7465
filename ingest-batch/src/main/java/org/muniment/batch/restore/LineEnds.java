package org.muniment.batch.restore;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/**
 * A message's bytes, and the same with every line ended by CR LF, as mail servers hand it out (RFC 5322, 2.1).
 *
 * @param exact digest of the bytes
 * @param canonical digest of them with every bare LF as CR LF
 * @param size of the latter
 */
record LineEnds(Digest exact, Digest canonical, long size) {
    static LineEnds of(Spool message) {
        MessageDigest exact = Digest.sha256();
        MessageDigest canonical = Digest.sha256();
        long size = 0;
        byte[] some = new byte[1 << 16];
        byte[] ended = new byte[2 * some.length];
        try (InputStream in = new BufferedInputStream(message.open())) {
            byte before = 0;
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                exact.update(some, 0, count);
                int length = 0;
                for (int i = 0; i < count; i++) {
                    if (some[i] == '\n' && before != '\r') {
                        ended[length++] = '\r';
                    }
                    ended[length++] = some[i];
                    before = some[i];
                }
                canonical.update(ended, 0, length);
                size += length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LineEnds(Digest.ofHash(exact.digest()), Digest.ofHash(canonical.digest()), size);
    }

    /** What a mailbox made of a message. */
    RestoreTarget.Put became(LineEnds readBack) {
        if (readBack.exact().equals(exact)) {
            return RestoreTarget.Put.EQUAL;
        }
        return readBack.canonical().equals(canonical) ? RestoreTarget.Put.LINE_ENDS : RestoreTarget.Put.ALTERED;
    }
}

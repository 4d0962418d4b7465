package org.muniment.archive.store;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A stream that is made from another one segment by segment; at most three segments are in memory. */
abstract class Segments extends InputStream {
    private final InputStream source;
    private final int length;
    private byte @Nullable [] ahead;
    private byte[] ready = new byte[0];
    private int at;
    private int number;
    private boolean ended;

    /** @param length of the source's segments; only the last one may be shorter */
    Segments(InputStream source, int length) {
        this.source = source;
        this.length = length;
    }

    /** Makes one segment; {@code number} counts from 0. */
    abstract byte[] turn(int number, boolean last, byte[] segment) throws IOException;

    /** What comes before the first segment: of the source to be taken off, or of the result to be put there. */
    abstract byte[] begin(InputStream from) throws IOException;

    @Override
    public int read() throws IOException {
        return fill() ? ready[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(count, ready.length - at);
        System.arraycopy(ready, at, buffer, offset, taken);
        at += taken;
        return taken;
    }

    /** Whether there is a byte to be read. */
    private boolean fill() throws IOException {
        while (at == ready.length && !ended) {
            at = 0;
            ready = next();
        }
        return at < ready.length;
    }

    private byte[] next() throws IOException {
        byte[] segment = ahead;
        if (segment == null) {
            byte[] head = begin(source);
            ahead = source.readNBytes(length);
            if (head.length > 0) {
                return head;
            }
            segment = ahead;
        }
        byte[] following = segment.length < length ? new byte[0] : source.readNBytes(length);
        ahead = following;
        ended = following.length == 0;
        return turn(number++, ended, segment);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

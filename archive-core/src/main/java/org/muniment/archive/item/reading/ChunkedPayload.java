package org.muniment.archive.item.reading;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A payload sent in chunks (RFC 9112 7.1). What does not begin with a chunk is no chunked payload, whatever its head
 * says; where a later chunk is wrong, all that is left is taken as it stands.
 */
final class ChunkedPayload extends FilterInputStream {
    private static final int LONGEST_LINE = 256;

    private final BufferedInputStream raw;
    private long left;
    private boolean ended;
    private boolean plain;

    private ChunkedPayload(BufferedInputStream raw) {
        super(raw);
        this.raw = raw;
    }

    static InputStream open(InputStream in) throws IOException {
        ChunkedPayload chunked = new ChunkedPayload(new BufferedInputStream(in));
        chunked.next();
        return chunked;
    }

    private void next() throws IOException {
        raw.mark(LONGEST_LINE + 2);
        long size = size();
        if (size < 0) {
            raw.reset();
            plain = true;
        } else {
            left = size;
            ended = size == 0;
        }
    }

    /** The size line; -1 when none stands here. */
    private long size() throws IOException {
        StringBuilder line = new StringBuilder();
        int b = raw.read();
        while (b >= 0 && b != '\n' && line.length() < LONGEST_LINE) {
            line.append((char) b);
            b = raw.read();
        }
        if (b < 0 && line.isEmpty()) {
            return 0;
        }
        String digits = line.toString().replaceFirst(";.*", "").strip();
        return b == '\n' && digits.matches("[0-9A-Fa-f]{1,15}") ? Long.parseLong(digits, 16) : -1;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (plain) {
            return raw.read(buffer, offset, length);
        }
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int read = raw.read(buffer, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new IOException("the last chunk breaks off");
        }
        left -= read;
        if (left == 0) {
            skipLineEnd();
            next();
        }
        return read;
    }

    private void skipLineEnd() throws IOException {
        raw.mark(2);
        int b = raw.read();
        if (b == '\r') {
            b = raw.read();
        }
        if (b != '\n') {
            raw.reset();
        }
    }
}

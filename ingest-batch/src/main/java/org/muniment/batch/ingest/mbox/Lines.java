package org.muniment.batch.ingest.mbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads bytes line by line without ever holding more than a window of them. A line longer than {@link #LONGEST} comes in
 * pieces. Not safe for threads.
 */
final class Lines {
    static final int LONGEST = 1 << 16;

    private static final int AHEAD = 1 << 10;

    private final InputStream in;
    private final byte[] window = new byte[1 << 18];
    private int start;
    private int stop;
    private int end;
    private boolean exhausted;
    private @Nullable IOException failure;
    private boolean begins = true;
    private boolean ends = true;
    private long offset;

    /** @param offset of the stream's first byte in its container */
    Lines(InputStream in, long offset) {
        this.in = in;
        this.offset = offset;
    }

    /** Moves to the next line or piece; false at the end. A failure is thrown behind the last byte that could be read. */
    boolean next() throws IOException {
        offset += stop - start;
        start = stop;
        if (!exhausted && end - start < LONGEST + AHEAD) {
            fill();
        }
        begins = ends;
        int limit = Math.min(end, start + LONGEST);
        stop = start;
        ends = false;
        while (stop < limit && !ends) {
            ends = window[stop++] == '\n';
        }
        if (stop == start && failure != null) {
            throw failure;
        }
        return stop > start;
    }

    private void fill() {
        System.arraycopy(window, start, window, 0, end - start);
        end -= start;
        start = 0;
        try {
            while (end < window.length && !exhausted) {
                int count = in.read(window, end, window.length - end);
                exhausted = count < 0;
                end += Math.max(0, count);
            }
        } catch (IOException e) {
            exhausted = true;
            failure = e;
        }
    }

    /** Offset of the current line's first byte in its container. */
    long offset() {
        return offset;
    }

    /** Whether the current piece is the beginning of a line. */
    boolean begins() {
        return begins;
    }

    int length() {
        return stop - start;
    }

    byte at(int index) {
        return window[start + index];
    }

    byte[] bytes() {
        return java.util.Arrays.copyOfRange(window, start, stop);
    }

    void writeTo(java.io.OutputStream out) throws IOException {
        out.write(window, start, stop - start);
    }

    void writeTo(java.io.OutputStream out, int from) throws IOException {
        out.write(window, start + from, stop - start - from);
    }

    boolean isBlank() {
        return begins && ends && (length() == 1 || (length() == 2 && at(0) == '\r'));
    }

    boolean startsWith(byte[] prefix, int from) {
        if (length() < from + prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (at(from + i) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** How often a byte is repeated at the start. */
    int run(byte value) {
        int count = 0;
        while (count < length() && at(count) == value) {
            count++;
        }
        return count;
    }

    /** The current line as text, at most the first 1,024 bytes. */
    String text() {
        return new String(window, start, Math.min(AHEAD, stop - start), StandardCharsets.ISO_8859_1);
    }

    /** The first bytes of what follows the current line. */
    String ahead() {
        return new String(window, stop, Math.min(AHEAD, end - stop), StandardCharsets.ISO_8859_1);
    }
}

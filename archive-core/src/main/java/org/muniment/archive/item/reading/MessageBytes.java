package org.muniment.archive.item.reading;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.muniment.archive.store.Spool;

/**
 * The bytes of a message made ready for a MIME parser: without a byte order mark and leading blank lines, UTF-16 as
 * UTF-8, line ends of the old Macintosh as new ones. For parsing only; what is kept and hashed are the bytes as they came.
 */
final class MessageBytes {
    private static final int LOOK = 16_384;

    private MessageBytes() {}

    /** A fault in reading them is an {@link UncheckedIOException}, so that it is never taken for a fault of the mail. */
    static InputStream of(Spool spool) {
        BufferedInputStream in = new BufferedInputStream(new Source(spool.open()), LOOK);
        try {
            in.mark(LOOK);
            byte[] head = in.readNBytes(LOOK - 1);
            in.reset();
            return prepare(in, head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream prepare(BufferedInputStream in, byte[] head) throws IOException {
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
            return recode(in, StandardCharsets.UTF_16);
        }
        int start = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        int blank = start;
        while (blank < head.length && (head[blank] == '\r' || head[blank] == '\n')) {
            blank++;
        }
        in.skipNBytes(blank);
        if (isOldMacintosh(head)) {
            return new CarriageReturns(in);
        }
        int boundary = boundaryInHeaders(head, blank);
        return boundary < 0 ? in : separated(in, boundary - blank);
    }

    /**
     * Where a boundary stands among the headers because the empty line is missing; -1 where none does. The parser itself
     * would give such a line back to its stream, which fails when its buffer is due.
     */
    private static int boundaryInHeaders(byte[] head, int from) {
        for (int i = from; i + 2 < head.length; i++) {
            boolean lineStart = i == from || head[i - 1] == '\n';
            if (lineStart && (head[i] == '\n' || head[i] == '\r' && head[i + 1] == '\n')) {
                return -1;
            }
            if (lineStart && head[i] == '-' && head[i + 1] == '-') {
                return i;
            }
        }
        return -1;
    }

    private static InputStream separated(InputStream in, int length) throws IOException {
        byte[] headers = in.readNBytes(length);
        InputStream parted = new ByteArrayInputStream(new byte[] {'\r', '\n'});
        return new SequenceInputStream(new SequenceInputStream(new ByteArrayInputStream(headers), parted), in);
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOldMacintosh(byte[] head) {
        boolean returns = false;
        for (byte b : head) {
            if (b == '\n') {
                return false;
            }
            returns |= b == '\r';
        }
        return returns;
    }

    private static InputStream recode(InputStream in, Charset charset) throws IOException {
        // Bounded by the caller's limits on objects; UTF-16 mail is a saved text file, never large.
        try (InputStreamReader reader = new InputStreamReader(in, charset)) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Tells faults of the object from faults of its content. */
    private static final class Source extends FilterInputStream {
        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read() {
            try {
                return in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class CarriageReturns extends FilterInputStream {
        CarriageReturns(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            return b == '\r' ? '\n' : b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            for (int i = offset; i < offset + read; i++) {
                buffer[i] = buffer[i] == '\r' ? (byte) '\n' : buffer[i];
            }
            return read;
        }
    }
}

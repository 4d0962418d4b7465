package org.muniment.batch.ingest.warc;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.muniment.archive.item.reading.WebRecordHead;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;

/**
 * Cuts one stretch of a web archive into its records. A record is its head, its block and the empty lines behind it; where
 * a head tells a wrong length, the record ends where the next one begins.
 */
final class RecordScan {
    private static final int LONGEST_LINE = 4_096;

    private final Path spool;
    private PushbackInputStream in;
    private long offset;

    /**
     * What was found.
     *
     * @param offset of its first uncompressed byte
     * @param head nothing for bytes that are no record
     */
    record Found(long offset, Optional<WebRecordHead> head, Spool bytes) {
        long end() {
            return offset + bytes.size();
        }
    }

    /** @param offset of the stretch's first byte among all uncompressed ones */
    RecordScan(InputStream in, long offset, Path spool) {
        this.in = pushback(in);
        this.offset = offset;
        this.spool = spool;
    }

    private static PushbackInputStream pushback(InputStream in) {
        return new PushbackInputStream(new BufferedInputStream(in, 1 << 16), WebRecordHead.LONGEST + LONGEST_LINE);
    }

    long offset() {
        return offset;
    }

    /** The next record, or bytes that are none; nothing at the end. */
    Optional<Found> next() throws IOException {
        skipEmptyLines();
        byte[] start = peek(WebRecordHead.LONGEST);
        if (start.length == 0) {
            return Optional.empty();
        }
        Optional<WebRecordHead> head = WebRecordHead.parse(start);
        try (SpoolWriter out = new SpoolWriter(spool)) {
            long begun = offset;
            if (head.isEmpty() || head.get().length() < 0) {
                copyToNext(out);
                return Optional.of(new Found(begun, head, out.finish()));
            }
            copy(out, head.get().size() + head.get().length());
            Spool bytes = complete(head.get(), out);
            offset = begun + bytes.size();
            return Optional.of(new Found(begun, head, bytes));
        }
    }

    /** Ends a record where it says it ends when another begins there, and else where another begins. */
    private Spool complete(WebRecordHead head, SpoolWriter out) throws IOException {
        long told = head.size() + head.length();
        boolean broken = out.size() < told;
        copyLineEnds(out);
        if (!broken && (peek(1).length == 0 || startsRecord())) {
            return out.finish();
        }
        long copied = out.size();
        Spool bytes = out.finish();
        long cut = RecordStart.find(bytes, head.size());
        if (cut >= 0) {
            return giveBack(bytes, cut);
        }
        return broken ? bytes : goOn(bytes, copied);
    }

    private Spool giveBack(Spool bytes, long keep) throws IOException {
        InputStream tail = bytes.open();
        tail.skipNBytes(keep);
        in = pushback(new SequenceInputStream(tail, in));
        try (SpoolWriter out = new SpoolWriter(spool);
                InputStream first = bytes.open()) {
            copy(first, out, keep);
            bytes.close();
            return out.finish();
        }
    }

    private Spool goOn(Spool bytes, long size) throws IOException {
        try (SpoolWriter out = new SpoolWriter(spool);
                InputStream first = bytes.open()) {
            copy(first, out, size);
            bytes.close();
            copyToNext(out);
            return out.finish();
        }
    }

    private boolean startsRecord() throws IOException {
        return WebRecordHead.isStart(line(peek(LONGEST_LINE)));
    }

    private static byte[] line(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return java.util.Arrays.copyOf(bytes, i + 1);
            }
        }
        return bytes;
    }

    private void copyToNext(OutputStream out) throws IOException {
        boolean first = true;
        byte[] line = readLine();
        while (line.length > 0 && (first || !WebRecordHead.isStart(line))) {
            out.write(line);
            offset += line.length;
            first = false;
            line = readLine();
        }
        in.unread(line);
    }

    private byte[] readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        while (b >= 0) {
            line.write(b);
            if (b == '\n' || line.size() == LONGEST_LINE) {
                break;
            }
            b = in.read();
        }
        return line.toByteArray();
    }

    private void copyLineEnds(OutputStream out) throws IOException {
        int b = in.read();
        while (b == '\r' || b == '\n') {
            out.write(b);
            b = in.read();
        }
        if (b >= 0) {
            in.unread(b);
        }
    }

    private void skipEmptyLines() throws IOException {
        int b = in.read();
        while (b == '\r' || b == '\n') {
            offset++;
            b = in.read();
        }
        if (b >= 0) {
            in.unread(b);
        }
    }

    private byte[] peek(int most) throws IOException {
        byte[] bytes = in.readNBytes(most);
        in.unread(bytes);
        return bytes;
    }

    private void copy(SpoolWriter out, long most) throws IOException {
        copy(in, out, most);
    }

    private static void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[1 << 14];
        long left = most;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}

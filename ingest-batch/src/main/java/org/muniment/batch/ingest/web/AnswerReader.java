package org.muniment.batch.ingest.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.muniment.archive.item.reading.FieldBlock;
import org.muniment.archive.item.reading.WebRecordHead;
import org.muniment.archive.store.SpoolWriter;

/** Reads one answer (RFC 9112) from a connection that is closed behind it. */
final class AnswerReader {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final WebTerms terms;
    private final Path spool;
    private final long deadline;

    AnswerReader(WebTerms terms, Path spool) {
        this.terms = terms;
        this.spool = spool;
        this.deadline = System.nanoTime() + terms.patience().toNanos();
    }

    WebAnswer read(InputStream in, URI address, InetAddress server, Instant at) throws IOException {
        byte[] head = head(in);
        int line = FieldBlock.lineEnd(head, 0);
        String first = new String(head, 0, line, StandardCharsets.ISO_8859_1);
        Optional<FieldBlock> fields = FieldBlock.parse(head, line);
        if (!first.matches("(?s)HTTP/1\\.[01] [1-9][0-9]{2}\\b.*") || fields.isEmpty()) {
            throw new IOException("the server does not speak HTTP");
        }
        int status = Integer.parseInt(first.substring(9, 12));
        try (SpoolWriter out = new SpoolWriter(spool)) {
            out.write(head);
            boolean bare = status < 200 || status == 204 || status == 304;
            boolean whole = bare || payload(in, out, fields.get());
            return new WebAnswer(address, server, at, status, fields.get(), out.finish(), !whole);
        }
    }

    private byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int newlines = 0;
        while (newlines < 2) {
            int b = in.read();
            if (b < 0 || head.size() == WebRecordHead.LONGEST || System.nanoTime() > deadline) {
                throw new IOException(
                        head.size() == 0 ? "the server does not answer" : "the server's answer breaks off");
            }
            head.write(b);
            newlines = b == '\n' ? newlines + 1 : b == '\r' ? newlines : 0;
        }
        return head.toByteArray();
    }

    /** Copies the payload; false when it is larger than is taken. */
    private boolean payload(InputStream in, SpoolWriter out, FieldBlock fields) throws IOException {
        boolean chunked =
                fields.first("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked");
        String told = fields.first("content-length");
        long length = !chunked && told.matches("[0-9]{1,18}") ? Long.parseLong(told) : Long.MAX_VALUE;
        byte[] buffer = new byte[1 << 14];
        byte[] end = new byte[LAST_CHUNK.length];
        long size = 0;
        while (size < length) {
            if (size >= terms.largest()) {
                return false;
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "the answer takes longer than " + terms.patience().toSeconds() + " seconds");
            }
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, Math.min(length, terms.largest()) - size));
            if (read < 0) {
                return ended(length, size, chunked, end);
            }
            out.write(buffer, 0, read);
            size += read;
            keep(end, buffer, read);
            if (chunked && java.util.Arrays.equals(end, LAST_CHUNK)) {
                return true;
            }
        }
        return true;
    }

    private static boolean ended(long length, long size, boolean chunked, byte[] end) throws IOException {
        boolean incomplete = length != Long.MAX_VALUE && size < length;
        if (incomplete || chunked && !java.util.Arrays.equals(end, LAST_CHUNK)) {
            throw new IOException("the server's answer breaks off");
        }
        return true;
    }

    /** Keeps the last bytes of all that was read. */
    private static void keep(byte[] end, byte[] buffer, int read) {
        int fresh = Math.min(end.length, read);
        System.arraycopy(end, fresh, end, 0, end.length - fresh);
        System.arraycopy(buffer, read - fresh, end, end.length - fresh, fresh);
    }
}

package org.muniment.archive.item.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * An HTTP message as a web archive keeps it: its head, and its payload without transfer and content coding (RFC 9110,
 * 9112). A coding that is named but was not used is none.
 *
 * @param status of a response; empty for a request
 * @param fields of the head
 * @param payload decoded while it is read
 */
public record HttpPayload(String status, FieldBlock fields, InputStream payload) {
    private static final int LOOK = WebRecordHead.LONGEST;

    /** Reads the head; nothing when the block does not begin with one. */
    public static Optional<HttpPayload> of(BufferedInputStream block) throws IOException {
        block.mark(LOOK + 1);
        byte[] start = block.readNBytes(LOOK);
        block.reset();
        int line = FieldBlock.lineEnd(start, 0);
        String first = line < 0 ? "" : new String(start, 0, line, StandardCharsets.ISO_8859_1);
        if (!first.startsWith("HTTP/") && !first.stripTrailing().matches("[A-Z]+ \\S+ HTTP/[0-9.]+")) {
            return Optional.empty();
        }
        Optional<FieldBlock> fields = FieldBlock.parse(start, line);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        block.skipNBytes(fields.get().end());
        String[] words = first.split("\\s+", 3);
        boolean response = first.startsWith("HTTP/") && words.length > 1;
        return Optional.of(
                new HttpPayload(response ? words[1].strip() : "", fields.get(), decoded(fields.get(), block)));
    }

    private static InputStream decoded(FieldBlock fields, InputStream raw) throws IOException {
        InputStream payload = raw;
        if (fields.first("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
            payload = new BufferedInputStream(ChunkedPayload.open(payload));
        }
        List<String> codings = List.of(
                fields.first("content-encoding").toLowerCase(Locale.ROOT).split("[\\s,]+"));
        for (String coding : codings.reversed()) {
            payload = decoded(coding, new BufferedInputStream(payload));
        }
        return payload;
    }

    private static InputStream decoded(String coding, BufferedInputStream raw) throws IOException {
        raw.mark(16);
        byte[] start = raw.readNBytes(2);
        raw.reset();
        boolean gzip = start.length == 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
        return switch (coding) {
            case "gzip", "x-gzip" -> gzip ? new GZIPInputStream(raw) : raw;
            case "deflate" -> start.length == 2 && (start[0] & 0x0f) == 8 ? new InflaterInputStream(raw) : raw;
            case "br" -> start.length == 0 ? raw : new BrotliInputStream(raw);
            default -> raw;
        };
    }
}

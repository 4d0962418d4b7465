package org.muniment.batch.ingest.warc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Records of web archives, written for tests. */
final class Records {
    private Records() {}

    static String page(String address, String words) {
        return response(
                address,
                "Content-Type: text/html; charset=utf-8",
                "<html><head><title>" + words + "</title></head><body><p>" + words
                        + "</p><a href='/next'>on</a></body></html>");
    }

    static String response(String address, String fields, String payload) {
        String block = "HTTP/1.1 200 OK\r\n" + fields + "\r\n\r\n" + payload;
        return record("response", address, "application/http; msgtype=response", block);
    }

    static String record(String type, String address, String contentType, String block) {
        return record(type, address, contentType, block, block.getBytes(StandardCharsets.ISO_8859_1).length);
    }

    static String record(String type, String address, String contentType, String block, long told) {
        return "WARC/1.0\r\nWARC-Type: " + type + "\r\n"
                + (address.isEmpty() ? "" : "WARC-Target-URI: " + address + "\r\n")
                + "WARC-Date: 2025-03-04T05:06:07Z\r\nWARC-Record-ID: <urn:uuid:0-" + address.hashCode() + ">\r\n"
                + "Content-Type: " + contentType + "\r\nContent-Length: " + told + "\r\n\r\n" + block + "\r\n\r\n";
    }

    static byte[] bytes(String... records) {
        return String.join("", records).getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] member(String record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(record));
        }
        return out.toByteArray();
    }

    static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.write(part);
        }
        return out.toByteArray();
    }
}

package org.muniment.archive.item.reading;

import java.util.Locale;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a message or part say of its content (RFC 2045), read leniently.
 *
 * @param type declared content type
 * @param disposition declared disposition
 * @param encoding transfer encoding: {@code base64}, {@code quoted-printable}, {@code uuencode}, {@code yenc}, or
 *     {@code binary} for all that needs no decoding
 * @param id the Content-ID, without brackets
 * @param assumed media type when none is declared
 * @param duration of a recording in seconds (RFC 3803), as written; empty when not told
 * @param tooDeep nested so deep that it is taken as one block
 */
record Entity(
        ContentHeader type,
        ContentHeader disposition,
        String encoding,
        String id,
        String duration,
        String assumed,
        boolean tooDeep)
        implements BodyDescriptor {

    static String encoding(String raw) {
        String lower = raw.toLowerCase(Locale.ROOT);
        if (lower.contains("base64")) {
            return "base64";
        }
        if (lower.contains("quoted")) {
            return "quoted-printable";
        }
        if (lower.contains("uue") || lower.contains("uuencode")) {
            return "uuencode";
        }
        return lower.contains("yenc") ? "yenc" : "binary";
    }

    /** Media type as declared or assumed; always {@code word/word}. */
    String mediaType() {
        String declared = type.value();
        int slash = declared.indexOf('/');
        if (slash > 0 && slash < declared.length() - 1 && declared.length() < 200) {
            return declared;
        }
        return declared.equals("text") || declared.isEmpty() ? assumed : "application/octet-stream";
    }

    /** The file name either header gives; empty when none. */
    String name() {
        String name = disposition.parameter("filename");
        return name.isEmpty() ? type.parameter("name") : name;
    }

    boolean isMultipart() {
        return mediaType().startsWith("multipart/");
    }

    /** Whether the MIME parser can split it: a multipart must say by what. */
    private boolean isSplittable() {
        return isMultipart() && !tooDeep && !type.parameter("boundary").isBlank();
    }

    @Override
    public String getMimeType() {
        return isSplittable() ? mediaType() : "application/octet-stream";
    }

    @Override
    public String getMediaType() {
        return isSplittable() ? "multipart" : "application";
    }

    @Override
    public String getSubType() {
        String whole = getMimeType();
        return whole.substring(whole.indexOf('/') + 1);
    }

    @Override
    public @Nullable String getBoundary() {
        return isSplittable() ? type.parameter("boundary").stripTrailing() : null;
    }

    @Override
    public String getCharset() {
        return type.parameter("charset");
    }

    @Override
    public String getTransferEncoding() {
        return encoding;
    }

    @Override
    public long getContentLength() {
        return -1;
    }
}

package org.muniment.batch.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.muniment.archive.store.Spool;

/** What an item's bytes are, by their first ones: most are messages as RFC 5322 writes them. */
public enum BytesKind {
    MESSAGE("eml", "message/rfc822"),
    OUTLOOK("msg", "application/vnd.ms-outlook"),
    WEB_RECORD("warc", "application/warc"),
    CALENDAR("ics", "text/calendar"),
    CONTACT("vcf", "text/vcard");

    private final String suffix;
    private final String mediaType;

    BytesKind(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /** The end of a file's name, without the dot. */
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    public static BytesKind of(Spool bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            String head = new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
            String upper = head.stripLeading().toUpperCase(Locale.ROOT);
            if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
                return OUTLOOK;
            }
            if (upper.startsWith("WARC/")) {
                return WEB_RECORD;
            }
            if (upper.startsWith("BEGIN:VCALENDAR")) {
                return CALENDAR;
            }
            return upper.startsWith("BEGIN:VCARD") ? CONTACT : MESSAGE;
        }
    }
}

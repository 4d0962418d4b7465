package org.muniment.batch.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.muniment.archive.item.reading.WebRecordHead;
import org.muniment.archive.store.Spool;

/** What an item's bytes are, by their first ones: most are messages as RFC 5322 writes them. */
public enum BytesKind {
    MESSAGE("eml", "message/rfc822"),
    OUTLOOK("msg", "application/vnd.ms-outlook"),
    WEB_RECORD("warc", "application/warc"),
    OLD_WEB_RECORD("arc", "application/x-internet-archive"),
    CALENDAR("ics", "text/calendar"),
    CONTACT("vcf", "text/vcard");

    private static final int FIRST = 4096;

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
            return of(in);
        }
    }

    /** By the first bytes of what is read; not closed. */
    public static BytesKind of(InputStream in) throws IOException {
        byte[] start = in.readNBytes(FIRST);
        String head = new String(start, StandardCharsets.ISO_8859_1);
        String upper = head.stripLeading().toUpperCase(Locale.ROOT);
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return OUTLOOK;
        }
        if (upper.startsWith("WARC/")) {
            return WEB_RECORD;
        }
        if (WebRecordHead.isStart(Arrays.copyOf(start, head.indexOf('\n') + 1))) {
            return OLD_WEB_RECORD;
        }
        if (upper.startsWith("BEGIN:VCALENDAR")) {
            return CALENDAR;
        }
        return upper.startsWith("BEGIN:VCARD") ? CONTACT : MESSAGE;
    }
}

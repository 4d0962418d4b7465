package org.muniment.archive.item.reading;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of one record of a web archive: WARC 1.0 and 1.1 (ISO 28500), or ARC 1 and 2, read leniently.
 *
 * @param type {@code response}, {@code request}, {@code warcinfo} and so on, in lower case; of an ARC record {@code
 *     response}, {@code warcinfo} for the file's own, or {@code dns}; empty when not told
 * @param address of what was captured, as written; empty when not told
 * @param captured when; empty when not told or no time
 * @param contentType of the block, as written
 * @param length bytes of the block; -1 when not told
 * @param size bytes of the head itself, the empty line included
 * @param fields the lines of a WARC record's head; empty for ARC
 */
public record WebRecordHead(
        String type,
        String address,
        Optional<Instant> captured,
        String contentType,
        long length,
        int size,
        FieldBlock fields) {
    /** No honest head is longer. */
    public static final int LONGEST = 64 << 10;

    private static final Pattern ARC =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:.*?) ([0-9a-fA-F.:]+|-) ([0-9]{8,20}) (\\S.*?) (\\S+)\\s*");
    private static final Pattern HOST = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:\\s]{1,250})");
    private static final DateTimeFormatter ARC_TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    /** Reads the head that stands at the start of these bytes; nothing when none does, or its end is not among them. */
    public static Optional<WebRecordHead> parse(byte[] bytes) {
        int line = FieldBlock.lineEnd(bytes, 0);
        if (line < 0) {
            return Optional.empty();
        }
        String first = new String(bytes, 0, line, StandardCharsets.UTF_8);
        if (first.startsWith("WARC/")) {
            return FieldBlock.parse(bytes, line).map(WebRecordHead::warc);
        }
        Matcher arc = ARC.matcher(first);
        return arc.matches() ? Optional.of(arc(arc, line)) : Optional.empty();
    }

    /** Whether a line begins a record. */
    public static boolean isStart(byte[] line) {
        String first = new String(line, StandardCharsets.UTF_8);
        return first.matches("(?s)WARC/[01]\\.[0-9]+\\s*") || ARC.matcher(first).matches();
    }

    /** The site's name in lower case; empty for an address without one. */
    public String host() {
        Matcher host = HOST.matcher(address);
        return host.lookingAt() ? host.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static WebRecordHead warc(FieldBlock fields) {
        return new WebRecordHead(
                fields.first("warc-type").toLowerCase(Locale.ROOT),
                bare(fields.first("warc-target-uri")),
                instant(fields.first("warc-date")),
                fields.first("content-type"),
                number(fields.first("content-length")),
                fields.end(),
                fields);
    }

    private static WebRecordHead arc(Matcher arc, int size) {
        String address = arc.group(1);
        String type = address.startsWith("filedesc:") ? "warcinfo" : address.startsWith("dns:") ? "dns" : "response";
        String kind = arc.group(4).replaceFirst(" .*", "");
        return new WebRecordHead(
                type, address, arcTime(arc.group(3)), kind, number(arc.group(5)), size, FieldBlock.NONE);
    }

    /** Some writers put the address in angle brackets. */
    private static String bare(String address) {
        return address.startsWith("<") && address.endsWith(">") ? address.substring(1, address.length() - 1) : address;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    DateTimeFormatter.ISO_DATE_TIME.parse(text.endsWith("Z") ? text : text + "Z", Instant::from));
        } catch (DateTimeException noTime) {
            return text.matches("[0-9]{14}") ? arcTime(text) : Optional.empty();
        }
    }

    private static Optional<Instant> arcTime(String digits) {
        try {
            String whole = (digits + "000000").substring(0, 14);
            return Optional.of(LocalDateTime.parse(whole, ARC_TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}

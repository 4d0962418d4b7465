package org.muniment.archive.item.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.util.MimeUtil;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Kind;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;

/**
 * Writes an item that its source keeps in several pieces (a recording and its transcript, a posting and its pictures, a
 * message in an Outlook file) as one MIME message (RFC 2045), in which each piece stands byte for byte. The same pieces
 * give the same bytes. Its first header, {@value #MARK}, says what kind of item it is; {@link ItemReader} believes it
 * only there. The format: decision 0019.
 */
public final class AssembledMessage {
    /** Stands first; names the {@link Kind} in lower case. */
    public static final String MARK = "X-Muniment-Item";

    /** Names something of the item that its source could not give, in plain words; believed only in an assembled message. */
    public static final String GAP = "X-Muniment-Gap";

    /** When the source says that the item was delivered, or last changed where it never was; believed only here, too. */
    public static final String DELIVERED = "X-Muniment-Delivered";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** Base64 has no such character, so no content holds it. */
    private static final String BOUNDARY = "=_muniment";

    private static final String ALTERNATIVES = BOUNDARY + "-alternatives";

    private static final int BASE64_LINE = 76;

    private final StringBuilder headers = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    /** @param end what follows it */
    private record Piece(String boundary, String headers, Spool bytes, String end) {}

    public AssembledMessage(Kind kind) {
        header(MARK, kind.name().toLowerCase(Locale.ROOT));
    }

    /** Adds a header field; nothing when the value is blank. Line breaks and controls in it become spaces. */
    public AssembledMessage header(String name, String value) {
        String line = value.replaceAll("\\s*\\p{Cc}[\\p{Cc}\\s]*", " ").strip();
        if (!line.isEmpty()) {
            headers.append(field(name, encoded(line, name.length() + 2)));
        }
        return this;
    }

    /** Adds a field of addresses; nothing when there are none. */
    public AssembledMessage addresses(String name, List<Address> addresses) {
        String value = addresses.stream().map(AssembledMessage::mailbox).collect(Collectors.joining(", "));
        if (!value.isEmpty()) {
            headers.append(field(name, value));
        }
        return this;
    }

    /** Adds a header field as its source wrote it, encoded words and all; nothing when the value is blank. */
    public AssembledMessage written(String name, String value) {
        String line = value.replaceAll("\\s*\\p{Cc}[\\p{Cc}\\s]*", " ").strip();
        boolean plain = line.chars().allMatch(c -> c < 0x7f);
        if (!plain) {
            return header(name, line);
        }
        if (!line.isEmpty()) {
            headers.append(field(name, line));
        }
        return this;
    }

    /** Adds the {@code Date} field. */
    public AssembledMessage date(Instant sent) {
        return date("Date", sent);
    }

    /** Adds a field that is a time. */
    public AssembledMessage date(String name, Instant time) {
        return header(name, DATE.format(time));
    }

    /** Adds text to be read: the item's own words. */
    public AssembledMessage text(String text) {
        return words("text/plain", text);
    }

    /** Adds a page to be read, cleaned by whoever shows it. */
    public AssembledMessage markup(String html) {
        return words("text/html", html);
    }

    /** Adds the item's words in two forms that say the same (RFC 2046 5.1.4). */
    public AssembledMessage alternatives(String text, String html) {
        String type = field("Content-Type", "multipart/alternative; boundary=\"" + ALTERNATIVES + "\"");
        String first = type + "\r\n--" + ALTERNATIVES + "\r\n" + type("text/plain");
        pieces.add(new Piece(BOUNDARY, first, utf8(text), ""));
        pieces.add(new Piece(ALTERNATIVES, type("text/html"), utf8(html), "--" + ALTERNATIVES + "--\r\n"));
        return this;
    }

    private AssembledMessage words(String type, String words) {
        return add(type(type), utf8(words));
    }

    private static String type(String type) {
        return field("Content-Type", type + "; charset=utf-8");
    }

    private static Spool utf8(String words) {
        return Spool.of(words.getBytes(StandardCharsets.UTF_8));
    }

    private AssembledMessage add(String fields, Spool bytes) {
        pieces.add(new Piece(BOUNDARY, fields, bytes, ""));
        return this;
    }

    /**
     * Adds a piece as collected.
     *
     * @param name its file name
     * @param type its media type
     * @param bytes of it; the caller closes them when the message is written
     */
    public AssembledMessage piece(String name, String type, Spool bytes) {
        return piece(name, type, bytes, "");
    }

    /** @param contentId by which a page of this item shows the piece, without angle brackets; empty for none */
    public AssembledMessage piece(String name, String type, Spool bytes, String contentId) {
        StringBuilder fields = new StringBuilder(field("Content-Type", type))
                .append(field("Content-Disposition", "attachment; filename*=UTF-8''" + percent(name)));
        if (!contentId.isEmpty()) {
            fields.append(field("Content-ID", "<" + contentId + ">"));
        }
        return add(fields.toString(), bytes);
    }

    /**
     * Writes it.
     *
     * @param folder for what does not fit into memory
     */
    public Spool write(Path folder) throws IOException {
        try (SpoolWriter out = new SpoolWriter(folder)) {
            ascii(out, headers + field("MIME-Version", "1.0"));
            ascii(out, field("Content-Type", "multipart/mixed; boundary=\"" + BOUNDARY + "\"") + "\r\n");
            for (Piece piece : pieces) {
                String fields = piece.headers() + "Content-Transfer-Encoding: base64\r\n\r\n";
                ascii(out, "--" + piece.boundary() + "\r\n" + fields);
                encode(piece.bytes(), out);
                ascii(out, "\r\n" + piece.end());
            }
            ascii(out, "--" + BOUNDARY + "--\r\n");
            return out.finish();
        }
    }

    private static void encode(Spool bytes, OutputStream out) throws IOException {
        Base64.Encoder encoder = Base64.getMimeEncoder(BASE64_LINE, new byte[] {'\r', '\n'});
        try (InputStream in = bytes.open()) {
            byte[] block = in.readNBytes(BASE64_LINE / 4 * 3 * 1024);
            while (block.length > 0) {
                out.write(encoder.encode(block));
                ascii(out, "\r\n");
                block = in.readNBytes(BASE64_LINE / 4 * 3 * 1024);
            }
        }
    }

    private static String field(String name, String value) {
        return MimeUtil.fold(name + ": " + value, 0) + "\r\n";
    }

    private static String encoded(String text, int used) {
        return EncoderUtil.encodeIfNecessary(text, EncoderUtil.Usage.TEXT_TOKEN, used);
    }

    private static String mailbox(Address address) {
        String name = address.name().replaceAll("\\p{Cc}+", " ");
        String local = address.address().replaceAll("[\\p{Cc}<>]+", " ").strip();
        if (name.isEmpty()) {
            return local.indexOf('@') > 0 ? local : phrase(local);
        }
        return local.isEmpty() ? phrase(name) : phrase(name) + " <" + local + ">";
    }

    private static String phrase(String name) {
        return EncoderUtil.encodeAddressDisplayName(name);
    }

    private static String percent(String name) {
        StringBuilder out = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return out.toString();
    }

    private static void ascii(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}

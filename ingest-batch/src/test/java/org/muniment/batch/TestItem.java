package org.muniment.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.reading.AssembledMessage;
import org.muniment.archive.item.reading.PostingFacts;
import org.muniment.archive.store.Spool;

/**
 * What an item can be, for tests that hold for all of them: mail as it is sent, a version of a page as a crawler writes
 * it, the others as their sources assemble them.
 */
public enum TestItem {
    EMAIL(Kind.EMAIL),
    VOICEMAIL(Kind.VOICEMAIL),
    POSTING(Kind.POSTING),
    PAGE_VERSION(Kind.POSTING),
    CALENDAR(Kind.CALENDAR),
    CONTACT(Kind.CONTACT);

    private final Kind kind;

    TestItem(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** How a file of it ends; several page versions may follow each other in one. */
    public String suffix() {
        return this == PAGE_VERSION ? ".warc" : ".eml";
    }

    /** Its bytes, with lines that end in CRLF. A page version has its subject as the title and was captured when sent. */
    public byte[] bytes(int number, Instant sent, String subject, String body) {
        return switch (this) {
            case EMAIL -> mail(number, sent, subject, body);
            case PAGE_VERSION -> page(number, sent, subject, body);
            case VOICEMAIL, POSTING, CALENDAR, CONTACT -> assembled(number, sent, subject, body);
        };
    }

    private static byte[] mail(int number, Instant sent, String subject, String body) {
        String time = DateTimeFormatter.RFC_1123_DATE_TIME.format(sent.atOffset(ZoneOffset.UTC));
        String mail = "Received: from a by b; " + time
                + "\nFrom: Ann <ann@district.example>\nTo: bob@district.example\n"
                + "Date: " + time + "\nMessage-ID: <" + number + "@district.example>\nSubject: " + subject + "\n\n"
                + body + "\n";
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] page(int number, Instant captured, String subject, String body) {
        String words = "<p>" + body.replace("\n", "</p>\n<p>") + "</p>";
        return record(
                "https://www.district.example/news/" + number,
                captured,
                "text/html; charset=utf-8",
                ("<html><head><title>" + subject + "</title></head>\n<body>" + words
                                + "<a href='/calendar'>Calendar</a></body></html>\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** A server's answer to a crawler, as a record of a web archive. */
    public static byte[] record(String address, Instant captured, String type, byte[] payload) {
        String answer = "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n";
        String head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + address + "\r\nWARC-Date: "
                + captured.truncatedTo(ChronoUnit.SECONDS) + "\r\nWARC-Record-ID: <urn:uuid:"
                + java.util.UUID.nameUUIDFromBytes((address + captured).getBytes(StandardCharsets.UTF_8))
                + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                + (answer.length() + payload.length) + "\r\n\r\n" + answer;
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(payload);
        out.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private byte[] assembled(int number, Instant sent, String subject, String body) {
        AssembledMessage message = new AssembledMessage(kind)
                .addresses("From", List.of(new Address("Ann", "ann@district.example")))
                .addresses("To", List.of(new Address("", "bob@district.example")))
                .header("Subject", subject)
                .date(sent)
                .date(AssembledMessage.DELIVERED, sent)
                .header("Message-ID", "<" + number + "@district.example>")
                .header("X-Muniment-Transcript", "machine")
                .header(PostingFacts.ADDRESS, "https://social.example/district/" + number)
                .header(PostingFacts.ACCOUNT, "@district")
                .header(PostingFacts.CAPTURED, sent.toString())
                .text(body + "\n");
        byte[] piece = ("RIFF" + number).getBytes(StandardCharsets.US_ASCII);
        String type = kind == Kind.VOICEMAIL ? "audio/vnd.wave" : "image/png";
        try (Spool spool =
                        message.piece("piece-" + number, type, Spool.of(piece)).write(Path.of("."));
                InputStream in = spool.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.muniment.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.reading.AssembledMessage;
import org.muniment.archive.store.Spool;

/** An item of any kind for tests that hold for all of them: mail as it is sent, the others as their sources assemble them. */
public final class TestMessage {
    private TestMessage() {}

    /** Its bytes, with lines that end in CRLF. */
    public static byte[] of(Kind kind, int number, Instant sent, String subject, String body) {
        return kind == Kind.EMAIL ? mail(number, sent, subject, body) : assembled(kind, number, sent, subject, body);
    }

    private static byte[] mail(int number, Instant sent, String subject, String body) {
        String mail = "From: Ann <ann@district.example>\nTo: bob@district.example\nDate: "
                + java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(sent.atOffset(java.time.ZoneOffset.UTC))
                + "\nMessage-ID: <" + number + "@district.example>\nSubject: " + subject + "\n\n" + body + "\n";
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] assembled(Kind kind, int number, Instant sent, String subject, String body) {
        AssembledMessage message = new AssembledMessage(kind)
                .addresses("From", List.of(new Address("Ann", "ann@district.example")))
                .addresses("To", List.of(new Address("", "bob@district.example")))
                .header("Subject", subject)
                .date(sent)
                .header("Message-ID", "<" + number + "@district.example>")
                .header("X-Muniment-Transcript", "machine")
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

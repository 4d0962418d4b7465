package org.muniment.archive.item.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.text.Characters;
import org.muniment.archive.item.text.MessageExtract;
import org.muniment.archive.item.text.Reasons;
import org.muniment.archive.store.Spool;

/**
 * Items whose bytes are no mail but hold what a mail holds: Outlook's message files, calendar files, contacts. Each is read
 * by way of a MIME message that says the same; what is kept and hashed are the bytes as they came.
 */
final class ForeignItem {
    private static final byte[] OLE2 = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    private static final int HEAD = 512;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    private final Gathering gathering;

    ForeignItem(Gathering gathering) {
        this.gathering = gathering;
    }

    /** A MIME message that says the same, to be closed; empty when the bytes are to be read as they are. */
    Optional<Spool> message(Spool bytes) {
        try (InputStream in = bytes.open()) {
            byte[] head = in.readNBytes(HEAD);
            if (isOle2(head)) {
                return outlook(bytes, "body");
            }
            String start = new String(head, StandardCharsets.ISO_8859_1)
                    .replaceFirst("^\u00ef\u00bb\u00bf", "")
                    .strip();
            if (start.regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
                return calendar(bytes);
            }
            return start.regionMatches(true, 0, "BEGIN:VCARD", 0, 11) ? contact(bytes) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isOle2(byte[] head) {
        return head.length >= OLE2.length && java.util.Arrays.equals(head, 0, OLE2.length, OLE2, 0, OLE2.length);
    }

    /** A message file of Outlook; why it cannot be read is a gap. */
    Optional<Spool> outlook(Spool bytes, String place) {
        try (InputStream in = bytes.open()) {
            MessageExtract extract = gathering.extraction().message(in, bytes.size(), gathering.scratch());
            if (!extract.gap().isEmpty()) {
                gathering.gap(place, extract.gap());
            }
            return extract.message();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Spool bytes) throws IOException {
        int limit = gathering.limits().text();
        try (InputStream in = bytes.open()) {
            String text = PartReader.lines(Characters.decode(in.readNBytes((int) Math.min(limit * 4L, 1 << 30)), ""));
            if (text.length() > limit) {
                gathering.gap("body", Reasons.cut(limit));
            }
            return Characters.cut(text, limit);
        }
    }

    private Optional<Spool> calendar(Spool bytes) throws IOException {
        String source = text(bytes);
        CalendarText calendar = new CalendarText(source);
        if (!calendar.isCalendar()) {
            gathering.gap("body", "damaged: the calendar cannot be read, only its text");
        }
        AssembledMessage message = new AssembledMessage(Kind.CALENDAR)
                .addresses("From", calendar.organizers())
                .addresses("To", calendar.attendees())
                .header("Subject", calendar.subject())
                .header("Message-ID", calendar.uid().isEmpty() ? "" : "<" + calendar.uid() + ">");
        if (!calendar.stamp().isEmpty()) {
            date(message, calendar.stamp());
        }
        return Optional.of(
                message.text(calendar.isCalendar() ? calendar.words() : source).write(gathering.scratch()));
    }

    private static void date(AssembledMessage message, String stamp) {
        try {
            message.date(LocalDateTime.parse(stamp, STAMP).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noSuchTime) {
            message.header("Date", stamp);
        }
    }

    private Optional<Spool> contact(Spool bytes) throws IOException {
        String source = text(bytes);
        ContactText contact = new ContactText(source);
        if (!contact.isContact()) {
            gathering.gap("body", "damaged: the contact cannot be read, only its text");
        }
        return Optional.of(new AssembledMessage(Kind.CONTACT)
                .header("Subject", contact.subject())
                .text(contact.isContact() ? contact.words() : source)
                .write(gathering.scratch()));
    }

    /** A text within a mail: in words where it is a calendar or a contact, else as it stands. */
    static String words(String type, String text) {
        if (type.equals("text/calendar") || type.endsWith("/ics")) {
            CalendarText calendar = new CalendarText(text);
            return calendar.isCalendar() ? calendar.words() : text;
        }
        if (type.equals("text/vcard") || type.equals("text/x-vcard") || type.equals("text/directory")) {
            ContactText contact = new ContactText(text);
            return contact.isContact() ? contact.words() : text;
        }
        return text;
    }

    /** Reads an attached message file of Outlook as the message it is. */
    void attached(AttachedFile file, int depth) {
        Optional<Spool> message = outlook(file.content().bytes(), file.place());
        if (message.isEmpty()) {
            return;
        }
        try (Spool read = message.get()) {
            new NestedMessage(gathering, depth).read(file.place(), read);
        }
    }
}

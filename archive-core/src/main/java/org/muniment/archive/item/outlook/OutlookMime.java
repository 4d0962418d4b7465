package org.muniment.archive.item.outlook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.outlook.OutlookMessage.Party;
import org.muniment.archive.item.reading.AssembledMessage;
import org.muniment.archive.store.Spool;

/**
 * Writes a message of Outlook as one {@link AssembledMessage}: the header fields it was transported with, then those that
 * its properties make up for, its words, its attachments. The same properties give the same bytes. Names of Exchange stand
 * in {@code X-From}, {@code X-To}, {@code X-Cc} and {@code X-Bcc}.
 */
public final class OutlookMime {
    private static final List<String> SENSITIVITY = List.of("", "Personal", "Private", "Company-Confidential");

    private final OutlookMessage message;
    private final Path folder;
    private final TransportHeaders travelled;
    private final Set<String> own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final AssembledMessage mime;
    private final List<Spool> opened = new ArrayList<>();

    private OutlookMime(OutlookMessage message, Path folder) {
        this.message = message;
        this.folder = folder;
        this.travelled = TransportHeaders.of(message.headers());
        this.mime = new AssembledMessage(kind());
    }

    /**
     * Writes it.
     *
     * @param folder for what does not fit into memory
     */
    public static Spool write(OutlookMessage message, Path folder) throws IOException {
        OutlookMime writing = new OutlookMime(message, folder);
        message.attachments().forEach(writing::own);
        try {
            return writing.write();
        } finally {
            writing.opened.forEach(Spool::close);
        }
    }

    private void own(OutlookAttachment attachment) {
        if (attachment.content() instanceof OutlookAttachment.Bytes content) {
            opened.add(content.bytes());
        }
    }

    private Kind kind() {
        Kind byClass = OutlookKind.of(message.messageClass());
        boolean voice = travelled.first("message-context").equalsIgnoreCase("voice-message")
                && !message.subject().regionMatches(true, 0, "Recall:", 0, 7);
        return byClass == Kind.EMAIL && voice ? Kind.VOICEMAIL : byClass;
    }

    private Spool write() throws IOException {
        mime.header("X-Muniment-Class", message.messageClass());
        own.add("Subject");
        people();
        for (TransportHeaders.Field field : travelled.kept()) {
            if (!own.contains(field.name())) {
                mime.written(field.name(), field.value());
            }
        }
        mime.header("Subject", message.subject());
        times();
        threading();
        marks();
        message.gaps().forEach(gap -> mime.header(AssembledMessage.GAP, gap));
        body();
        for (OutlookAttachment attachment : message.attachments()) {
            attach(attachment);
        }
        return mime.write(folder);
    }

    private void people() {
        OutlookMessage.People people = message.people();
        Party from = people.from().isNobody() ? people.sender() : people.from();
        addresses("From", from.isNobody() ? List.of() : List.of(from));
        if (!people.sender().isNobody() && !people.sender().equals(from)) {
            addresses("Sender", List.of(people.sender()));
        }
        addresses("To", people.to());
        addresses("Cc", people.cc());
        addresses("Bcc", people.bcc());
    }

    /** The header it travelled with names mail addresses where the properties have only Exchange's. */
    private void addresses(String name, List<Party> parties) {
        boolean allMail = parties.stream().noneMatch(party -> party.smtp().isEmpty());
        if (!parties.isEmpty() && (allMail || travelled.first(name).isEmpty())) {
            own.add(name);
            mime.addresses(
                    name,
                    parties.stream()
                            .filter(party ->
                                    !party.name().isEmpty() || !party.smtp().isEmpty())
                            .map(party -> new Address(party.name(), party.smtp()))
                            .toList());
        }
        mime.addresses(
                "X-" + name,
                parties.stream()
                        .filter(party -> !party.other().isEmpty())
                        .map(party -> new Address(party.name(), party.other()))
                        .toList());
    }

    private void times() {
        OutlookMessage.Times times = message.times();
        if (times.sent() != null && travelled.first("date").isEmpty()) {
            mime.date(times.sent());
        }
        Instant received = times.delivered();
        if (times.draft() || received == null) {
            received = later(times.created(), times.changed());
        }
        if (received != null && travelled.first("received").isEmpty()) {
            mime.date(AssembledMessage.DELIVERED, received);
        }
    }

    /** What was never delivered is as old as its last change: never older than it is. */
    private static @org.jspecify.annotations.Nullable Instant later(
            @org.jspecify.annotations.Nullable Instant one, @org.jspecify.annotations.Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private void threading() {
        OutlookMessage.Threading threading = message.threading();
        missing("Message-ID", threading.id());
        missing("In-Reply-To", threading.inReplyTo());
        missing("References", threading.references());
        if (!threading.conversation().isEmpty()
                && travelled.first("thread-index").isEmpty()) {
            byte[] index = HexFormat.of().parseHex(threading.conversation());
            mime.written("Thread-Index", Base64.getEncoder().encodeToString(index));
        }
    }

    private void missing(String name, String value) {
        if (travelled.first(name).isEmpty()) {
            mime.header(name, value);
        }
    }

    private void marks() {
        OutlookMessage.Marks marks = message.marks();
        missing("Importance", marks.importance() == 2 ? "high" : marks.importance() == 0 ? "low" : "");
        boolean special = marks.sensitivity() > 0 && marks.sensitivity() < SENSITIVITY.size();
        missing("Sensitivity", special ? SENSITIVITY.get((int) marks.sensitivity()) : "");
        missing("Keywords", String.join(", ", marks.categories()));
    }

    private void body() {
        String details = message.details().stream()
                .filter(detail -> !detail.value().isBlank())
                .map(detail -> detail.label() + ": " + detail.value().strip() + "\n")
                .collect(Collectors.joining());
        String links = message.attachments().stream()
                .filter(one -> one.content() instanceof OutlookAttachment.Link)
                .map(one -> "Attached as a link: " + one.name() + " " + ((OutlookAttachment.Link) one.content()).where()
                        + "\n")
                .collect(Collectors.joining());
        String facts = details + links;
        if (!facts.isEmpty()) {
            mime.text(facts + "\n");
        }
        OutlookMessage.Body body = message.body();
        RtfBody rtf = body.html().isBlank() ? RtfBody.of(body.rtf()) : RtfBody.NONE;
        String html = body.html().isBlank() ? rtf.html() : body.html();
        String text = body.text().isBlank() ? rtf.text() : body.text();
        if (!html.isBlank() && !text.isBlank()) {
            mime.alternatives(text, html);
        } else if (!html.isBlank()) {
            mime.markup(html);
        } else if (!text.isBlank()) {
            mime.text(text);
        }
    }

    private void attach(OutlookAttachment attachment) throws IOException {
        switch (attachment.content()) {
            case OutlookAttachment.Bytes content ->
                mime.piece(attachment.name(), type(attachment), content.bytes(), attachment.contentId());
            case OutlookAttachment.Embedded embedded -> {
                Spool inner = write(embedded.message(), folder);
                opened.add(inner);
                mime.piece(attachment.name(), "message/rfc822", inner, attachment.contentId());
            }
            case OutlookAttachment.Link link -> {}
            case OutlookAttachment.Missing missing ->
                mime.header(AssembledMessage.GAP, "an attachment is missing: " + missing.reason());
        }
    }

    /** A signed message (S/MIME) is one attachment with header fields of its own. */
    private String type(OutlookAttachment attachment) {
        boolean signed = message.messageClass().equalsIgnoreCase("IPM.Note.SMIME.MultipartSigned")
                && message.attachments().size() == 1;
        if (signed) {
            return "message/rfc822";
        }
        String type = attachment.type().strip();
        return type.matches("[!-.0-~]{1,100}/[!-.0-~]{1,100}") ? type : "application/octet-stream";
    }
}

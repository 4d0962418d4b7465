package org.muniment.archive.item.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Dates;
import org.muniment.archive.item.Dates.Source;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Threading;
import org.muniment.archive.item.text.Characters;

/** What the headers of one message tell. */
final class MailFacts {
    private static final List<String> ENVELOPE =
            List.of("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-rcptto", "x-gm-original-to");
    private static final List<String> EXCHANGE = List.of("x-from", "x-to", "x-cc", "x-bcc");
    /** Fields that only a message has. */
    private static final List<String> TELLING = List.of(
            "from",
            "to",
            "date",
            "subject",
            "message-id",
            "received",
            "return-path",
            "mime-version",
            "content-type",
            "sender",
            "cc",
            "bcc",
            "reply-to",
            "delivered-to");

    private static final int LONGEST_SUBJECT = 20_000;
    private static final int THREAD_INDEX = 22;

    private final Headers headers;
    private final Entity entity;
    private final String charset;
    private final int limit;
    private final @Nullable JournalReport report;
    private boolean cut;

    MailFacts(MessageReader.Message message, int limit) {
        this(message, limit, null);
    }

    /** @param report the journal report that the message came in; null for none */
    MailFacts(MessageReader.Message message, int limit, @Nullable JournalReport report) {
        this.report = report;
        this.headers = message.headers();
        this.entity = message.entity();
        this.charset = entity.getCharset();
        this.limit = limit;
    }

    /** Whether the headers are those of a message at all. */
    boolean isMessage() {
        return TELLING.stream().anyMatch(headers::has);
    }

    /** Whether a limit cut what the methods called so far gave. */
    boolean wasCut() {
        return cut;
    }

    /**
     * What a journaled message says of itself stands inside a report, so its first line is no mark of ours.
     *
     * @param files what is attached
     */
    Kind kind(List<Attachment> files) {
        return report == null ? headers.assembled().orElseGet(() -> kindOfMail(files)) : kindOfMail(files);
    }

    private Kind kindOfMail(List<Attachment> files) {
        return VoiceMail.is(headers, entity.mediaType(), files) && !isRecall() ? Kind.VOICEMAIL : Kind.EMAIL;
    }

    /** Whether a voicemail has no words: somebody must listen to it. */
    boolean lacksTranscript(String body) {
        return VoiceMail.transcript(headers, body) == VoiceFacts.Transcript.NONE;
    }

    /** Outlook's recall of a message carries the headers of the message it recalls. */
    private boolean isRecall() {
        String start = headers.first("subject").strip();
        return start.regionMatches(true, 0, "Recall:", 0, 7)
                || start.regionMatches(true, 0, "Message Recall", 0, 14)
                || headers.first("content-class")
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("recall");
    }

    String dateAsWritten() {
        return Characters.cut(HeaderText.line(headers.first("date"), charset), 200);
    }

    /** Of a journaled message, when the report was received: that is when our own server saw it. */
    Dates dates(Receipt receipt) {
        if (report == null) {
            return own(receipt);
        }
        Dates inside = own(Receipt.NONE);
        Dates outside = new MailFacts(report.outer(), limit).own(receipt);
        return outside.received() == null
                ? inside
                : new Dates(inside.sent(), inside.sentAsWritten(), outside.received(), outside.source());
    }

    private Dates own(Receipt receipt) {
        Instant sent = MailDate.parse(headers.first("date")).orElse(null);
        if (receipt.server() != null) {
            return new Dates(sent, dateAsWritten(), receipt.server(), Source.SERVER);
        }
        Optional<Instant> received = received();
        if (received.isPresent()) {
            return new Dates(sent, dateAsWritten(), received.get(), Source.RECEIVED_HEADER);
        }
        Source source = receipt.mboxLine() == null ? Source.UNKNOWN : Source.MBOX_LINE;
        return new Dates(sent, dateAsWritten(), receipt.mboxLine(), source);
    }

    /** Only the topmost hop is trusted: those below were there before our own server saw the message. */
    private Optional<Instant> received() {
        String top = headers.first("received");
        return MailDate.parse(top.substring(top.lastIndexOf(';') + 1).strip());
    }

    Correspondents people() {
        Correspondents named = named();
        return report == null
                ? named
                : report.envelope().people(named, new MailFacts(report.outer(), limit).addresses("from"), limit);
    }

    private Correspondents named() {
        List<Address> from = addresses("from");
        return new Correspondents(
                from.isEmpty() ? addresses("sender") : from,
                addresses("to"),
                addresses("cc"),
                addresses("bcc"),
                addresses(ENVELOPE),
                addresses(EXCHANGE));
    }

    private List<Address> addresses(String name) {
        return addresses(List.of(name));
    }

    private List<Address> addresses(List<String> names) {
        List<Address> found = new ArrayList<>(2);
        for (String name : names) {
            for (String value : headers.all(name)) {
                AddressList.Named named = AddressList.parse(value, charset, limit - found.size());
                found.addAll(named.addresses());
                cut |= named.cut();
            }
        }
        return found;
    }

    String subject() {
        String subject = report != null && report.messages().isEmpty()
                ? report.envelope().subject()
                : HeaderText.line(headers.first("subject"), charset);
        cut |= subject.length() > LONGEST_SUBJECT;
        return Characters.cut(subject, LONGEST_SUBJECT);
    }

    Threading threading() {
        List<String> ids = ids("message-id");
        return new Threading(
                ids.isEmpty() ? "" : ids.getFirst(), ids("in-reply-to"), ids("references"), conversation());
    }

    /** What stands in angle brackets; where there are none, the words. */
    private List<String> ids(String name) {
        List<String> ids = new ArrayList<>(2);
        for (String value : headers.all(name)) {
            String text = HeaderText.line(value, charset);
            if (text.indexOf('<') < 0) {
                words(text, ids);
            } else {
                brackets(text, ids);
            }
        }
        return ids;
    }

    private void words(String text, List<String> ids) {
        for (String word : text.split(" +", limit + 1)) {
            keep(word, ids);
        }
    }

    private void brackets(String text, List<String> ids) {
        int open = text.indexOf('<');
        while (open >= 0) {
            int close = text.indexOf('>', open);
            int end = close < 0 ? text.length() : close;
            keep(text.substring(open + 1, end).replace(" ", ""), ids);
            open = text.indexOf('<', end);
        }
    }

    private void keep(String id, List<String> ids) {
        if (ids.size() >= limit) {
            cut = true;
        } else if (!id.isBlank()) {
            ids.add(id.strip());
        }
    }

    private String conversation() {
        byte[] index = Base64Text.decode(headers.first("thread-index"));
        return index.length < THREAD_INDEX ? "" : java.util.HexFormat.of().formatHex(index, 0, THREAD_INDEX);
    }
}

package org.muniment.batch.ingest.outlook;

import com.pff.PSTAttachment;
import com.pff.PSTException;
import com.pff.PSTMessage;
import com.pff.PSTRecipient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.outlook.OutlookAttachment;
import org.muniment.archive.item.outlook.OutlookMessage;
import org.muniment.archive.item.outlook.OutlookMessage.Party;
import org.muniment.archive.store.SpoolWriter;

/** A message of a data file with all of its properties that matter; what of it is damaged is a gap. */
final class PstMessage {
    private static final int DEEPEST = 20;

    private final PSTMessage message;
    private final Path folder;
    private final int depth;
    private final List<String> gaps = new ArrayList<>();

    /** @param depth in how many messages it is */
    PstMessage(PSTMessage message, Path folder, int depth) {
        this.message = message;
        this.folder = folder;
        this.depth = depth;
    }

    /** What the mailbox marked. */
    static List<String> flags(PSTMessage message) {
        List<String> flags = new ArrayList<>();
        if (message.hasReplied()) {
            flags.add("answered");
        }
        if (message.isUnsent()) {
            flags.add("draft");
        }
        if (message.isFlagged()) {
            flags.add("flagged");
        }
        if (message.hasForwarded()) {
            flags.add("passed");
        }
        if (message.isRead()) {
            flags.add("seen");
        }
        return flags;
    }

    /** What reads a part of it. */
    @FunctionalInterface
    private interface Reader<T> {
        @Nullable
        T read() throws PSTException, IOException;
    }

    private <T> T attempt(String what, Reader<T> reader, T otherwise) {
        try {
            T value = reader.read();
            return value == null ? otherwise : value;
        } catch (PSTException | IOException | RuntimeException e) {
            gaps.add("damaged: " + what + " can't be read");
            return otherwise;
        }
    }

    private String text(String what, Reader<String> reader) {
        return attempt(what, reader, "").replace("\0", "");
    }

    OutlookMessage read() {
        String kind = text("the class", message::getMessageClass);
        OutlookMessage.People people = people();
        OutlookMessage.Body body = new OutlookMessage.Body(
                text("the text", message::getBody),
                text("the formatted text", message::getBodyHTML),
                text("the formatted text", message::getRTFBody));
        List<OutlookAttachment> attachments = attachments();
        return new OutlookMessage(
                kind,
                text("the transport headers", message::getTransportMessageHeaders),
                text("the subject", message::getSubject),
                people,
                times(),
                new OutlookMessage.Threading(
                        text("the message's id", message::getInternetMessageId),
                        text("what it answers to", message::getInReplyToId),
                        "",
                        ""),
                body,
                marks(),
                attempt("what it is about", () -> new PstDetails(message).list(), List.<OutlookMessage.Detail>of()),
                attachments,
                gaps);
    }

    private OutlookMessage.People people() {
        List<Party> to = new ArrayList<>();
        List<Party> cc = new ArrayList<>();
        List<Party> bcc = new ArrayList<>();
        int recipients = attempt("the recipients", message::getNumberOfRecipients, 0);
        for (int i = 0; i < recipients; i++) {
            int number = i;
            attempt(
                    "a recipient",
                    () -> {
                        PSTRecipient one = message.getRecipient(number);
                        int type = one.getRecipientType() & 0xf;
                        return (type == PSTRecipient.MAPI_CC ? cc : type == PSTRecipient.MAPI_BCC ? bcc : to)
                                .add(party(one));
                    },
                    false);
        }
        return new OutlookMessage.People(
                party(
                        text("the sender", message::getSentRepresentingName),
                        text("the sender", message::getSentRepresentingEmailAddress)),
                party(text("the sender", message::getSenderName), text("the sender", message::getSenderEmailAddress)),
                to,
                cc,
                bcc);
    }

    private static Party party(String name, String address) {
        return Party.of(name, "", address);
    }

    private Party party(PSTRecipient one) {
        return Party.of(
                text("a recipient", one::getDisplayName),
                text("a recipient", one::getSmtpAddress),
                text("a recipient", one::getEmailAddress));
    }

    private OutlookMessage.Times times() {
        return new OutlookMessage.Times(
                time(message.getClientSubmitTime()),
                time(message.getMessageDeliveryTime()),
                time(message.getCreationTime()),
                time(message.getLastModificationTime()),
                message.isUnsent());
    }

    /** Times before 1980 and in the year 4501 stand for none. */
    static @Nullable Instant time(@Nullable Date date) {
        Instant time = date == null ? Instant.EPOCH : date.toInstant();
        boolean real = time.getEpochSecond() > 315_532_800L && time.getEpochSecond() < 79_000_000_000L;
        return real ? time : null;
    }

    private OutlookMessage.Marks marks() {
        return new OutlookMessage.Marks(
                attempt("the importance", message::getImportance, 1),
                attempt("the sensitivity", message::getSensitivity, 0),
                attempt("the categories", () -> List.of(message.getColorCategories()), List.<String>of()));
    }

    private List<OutlookAttachment> attachments() {
        List<OutlookAttachment> found = new ArrayList<>();
        int count = attempt("the attachments", message::getNumberOfAttachments, 0);
        for (int i = 0; i < count; i++) {
            int number = i;
            OutlookAttachment lost = new OutlookAttachment("", "", "", new OutlookAttachment.Missing("it is damaged"));
            found.add(attempt("an attachment", () -> attachment(message.getAttachment(number)), lost));
        }
        return found;
    }

    private OutlookAttachment attachment(PSTAttachment one) throws PSTException, IOException {
        String name = Stream.of(one.getLongFilename(), one.getFilename(), one.getDisplayName())
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse("");
        String type = one.getMimeTag() == null ? "" : one.getMimeTag().toLowerCase(Locale.ROOT);
        String id = one.getContentId() == null ? "" : one.getContentId();
        return new OutlookAttachment(name.replace("\0", ""), type, id, content(one));
    }

    private OutlookAttachment.Content content(PSTAttachment one) throws PSTException, IOException {
        PSTMessage inner = one.getEmbeddedPSTMessage();
        if (inner != null) {
            return depth + 1 >= DEEPEST
                    ? new OutlookAttachment.Missing("nested too deep")
                    : new OutlookAttachment.Embedded(new PstMessage(inner, folder, depth + 1).read());
        }
        String link = one.getLongPathname();
        boolean linked = one.getAttachMethod() >= PSTAttachment.ATTACHMENT_METHOD_BY_REFERENCE
                && one.getAttachMethod() <= PSTAttachment.ATTACHMENT_METHOD_BY_REFERENCE_ONLY;
        if (linked && link != null && !link.isBlank()) {
            return new OutlookAttachment.Link(link);
        }
        try (InputStream in = one.getFileInputStream();
                SpoolWriter spool = new SpoolWriter(folder)) {
            in.transferTo(spool);
            return new OutlookAttachment.Bytes(spool.finish());
        }
    }
}

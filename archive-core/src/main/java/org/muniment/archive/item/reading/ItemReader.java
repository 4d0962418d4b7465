package org.muniment.archive.item.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Coverage.Extent;
import org.muniment.archive.item.Dates;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Parsed;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.Threading;
import org.muniment.archive.item.Unreadable;
import org.muniment.archive.item.text.Characters;
import org.muniment.archive.item.text.TextExtraction;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/**
 * Reads collected bytes into an item: whatever they are, the result is an item, and what could not be read of it is said
 * in its coverage. The same bytes and receipt give the same reading. RFC 5322, MIME (RFC 2045 to 2049, 2231), S/MIME,
 * TNEF, uuencode, yEnc, Outlook's message files, iCalendar, vCard, records of web archives; a journal report of Exchange
 * is read as the message it is about; why so: decisions 0005, 0021, 0022, 0023.
 *
 * <p>Safe for many threads. Files that need a parser of their own are read in worker processes, started when the first
 * such file comes; closing the reader ends them.
 */
public final class ItemReader implements AutoCloseable {
    private static final int HEAD = 8_192;

    private final ReadingLimits limits;
    private final TextExtraction extraction;
    private final Path scratch;

    /** @param scratch folder for the temporary files of large attachments; created when needed */
    public ItemReader(ReadingLimits limits, Path scratch) {
        this.limits = limits;
        this.extraction = new TextExtraction(limits.extraction());
        this.scratch = scratch;
    }

    /**
     * Reads one object.
     *
     * @param digest of {@code bytes}, not computed again
     * @param bytes as collected; not closed
     * @param receipt what the source tells of the receipt
     * @throws UncheckedIOException if the bytes cannot be read or a temporary file not written; never for what
     *     the bytes are
     */
    public Reading read(Digest digest, Spool bytes, Receipt receipt) {
        return read(digest, bytes, receipt, Keeper.NONE, new Body()).reading();
    }

    /** Reads one object, and keeps what pages are made of in a folder. */
    ItemContents contents(Digest digest, Spool bytes, Receipt receipt, Path folder) {
        KeptParts kept = new KeptParts(folder);
        Body text = new Body(true);
        Result result = read(digest, bytes, receipt, kept, text);
        return new ItemContents(
                result.reading(),
                text.markup(),
                VoiceFacts.of(
                        result.headers(), kept.files(), result.reading().text().body()),
                result.posting(),
                kept.files());
    }

    /**
     * Writes the message as it was delivered: of a journal report the one it is about, without what the journal tells of
     * others who received it; anything else as it is.
     *
     * @param bytes as collected; not closed
     * @return whether there was one; a report may have come without its message
     */
    public boolean delivered(Spool bytes, OutputStream out) throws IOException {
        Gathering gathering = new Gathering(limits, extraction, scratch, Keeper.NONE);
        Optional<JournalReport> found = JournalReport.in(bytes, gathering);
        if (found.isEmpty()) {
            copy(bytes, out);
            return true;
        }
        try (JournalReport report = found.orElseThrow()) {
            Optional<JournalReport.Part> message = report.message();
            if (message.isPresent()) {
                copy(message.orElseThrow().content().bytes(), out);
            }
            return message.isPresent();
        }
    }

    private static void copy(Spool bytes, OutputStream out) throws IOException {
        try (InputStream in = bytes.open()) {
            in.transferTo(out);
        }
    }

    private record Result(Reading reading, Headers headers, PostingFacts posting) {}

    private Result read(Digest digest, Spool bytes, Receipt receipt, Keeper keeper, Body text) {
        Gathering gathering = new Gathering(limits, extraction, scratch, keeper);
        Optional<WebRecordHead> head = WebRecordReader.head(bytes);
        if (head.isPresent()) {
            WebRecordReader.Page page = new WebRecordReader(gathering, text).read(head.get(), bytes);
            Reading posting = WebPosting.of(page, digest, bytes.size(), receipt, gathering, text.text());
            return new Result(posting, new Headers(), page.facts());
        }
        Optional<Spool> foreign = new ForeignItem(gathering).message(bytes);
        try {
            return read(digest, bytes, foreign.orElse(bytes), receipt, gathering, text);
        } finally {
            foreign.ifPresent(Spool::close);
        }
    }

    /** @param mail what the bytes say, as mail; the bytes themselves when they are mail */
    private Result read(Digest digest, Spool bytes, Spool mail, Receipt receipt, Gathering gathering, Body text) {
        Optional<JournalReport> report = JournalReport.in(mail, gathering);
        if (report.isEmpty()) {
            return read(digest, bytes, mail, receipt, gathering, text, null);
        }
        try (JournalReport journaled = report.orElseThrow()) {
            return read(digest, bytes, mail, receipt, gathering, text, journaled);
        }
    }

    /** @param report the journal report that the object is; null when it is the message itself */
    private Result read(
            Digest digest,
            Spool bytes,
            Spool mail,
            Receipt receipt,
            Gathering gathering,
            Body text,
            @Nullable JournalReport report) {
        Spool inside = report == null ? mail : message(report, mail, gathering);
        MessageReader.Message read = new MessageReader(gathering, "", 0, text).read(MessageBytes.of(inside));
        gathering.gapsOf(read.headers(), "body");
        if (report != null) {
            report.readOthers(gathering, text);
        }
        MailFacts facts = new MailFacts(read, limits.addresses(), report);
        String body = text.text();
        if (gathering.isBroken() && body.isBlank() && gathering.attachments().isEmpty()) {
            body = raw(inside);
        }
        boolean message = facts.isMessage() || isText(inside);
        if (!message) {
            gathering.gap("body", inside.size() == 0 ? "empty" : "not a message");
        }
        PostingFacts posting = PostingFacts.of(read.headers());
        boolean sealed =
                gathering.isEncrypted() && body.isBlank() && gathering.texts().isEmpty();
        Item item = item(digest, bytes.size(), facts, receipt, gathering, body, !message || sealed);
        Reading reading = item.coverage().extent() == Extent.NOT
                ? new Unreadable(item)
                : new Parsed(
                        item,
                        new ItemText(
                                body, gathering.texts(), posting.address(), VoiceMail.callers(item, read.headers())));
        return new Result(reading, read.headers(), posting);
    }

    /** A report without its message is read as it is. */
    private static Spool message(JournalReport report, Spool bytes, Gathering gathering) {
        return report.message().map(part -> part.content().bytes()).orElseGet(() -> {
            gathering.gap("body", "the journal report has no message with it");
            return bytes;
        });
    }

    /** What the parser failed on, as it stands: better found by its words than not at all. */
    private String raw(Spool bytes) {
        try (InputStream in = bytes.open()) {
            return PartReader.lines(Characters.decode(in.readNBytes(limits.text()), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text without headers is still read as one; anything else without them is no message. */
    private static boolean isText(Spool bytes) {
        try (InputStream in = bytes.open()) {
            byte[] head = in.readNBytes(HEAD);
            return head.length > 0 && FileKind.isText(head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Item item(
            Digest digest, long size, MailFacts facts, Receipt receipt, Gathering found, String body, boolean unread) {
        Dates dates = facts.dates(receipt);
        Correspondents people = facts.people();
        String subject = facts.subject();
        Threading threading = facts.threading();
        if (facts.wasCut()) {
            found.gap("headers", "only the first part of very long headers");
        }
        List<Attachment> files = found.attachments();
        Kind kind = facts.kind(files);
        if (kind == Kind.VOICEMAIL && facts.lacksTranscript(body)) {
            found.gap("body", "no transcript of the recording");
        }
        Digest group = DuplicateGroup.of(people.from(), dates, subject, unread ? "" : body, files);
        Coverage coverage = unread ? found.notRead() : found.coverage();
        return new Item(
                ItemId.of(digest), digest, size, kind, dates, people, subject, threading, files, coverage, group);
    }

    /** Ends the worker processes. */
    @Override
    public void close() {
        extraction.close();
    }
}

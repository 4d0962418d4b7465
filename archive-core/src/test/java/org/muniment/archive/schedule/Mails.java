package org.muniment.archive.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Dates;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.ItemText.AttachmentText;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Parsed;
import org.muniment.archive.item.Threading;
import org.muniment.archive.item.Unreadable;
import org.muniment.archive.store.Digest;

/** A mail for tests, varied step by step. */
record Mails(
        String subject,
        String body,
        @Nullable Instant received,
        String from,
        List<String> references,
        List<Attachment> attachments,
        List<AttachmentText> texts,
        Coverage coverage) {
    static Mails of(String subject, String body) {
        return new Mails(
                subject,
                body,
                Instant.parse("2025-09-15T19:00:00Z"),
                "bob@x.gov",
                List.of(),
                List.of(),
                List.of(),
                Coverage.FULL);
    }

    Mails received(@Nullable Instant time) {
        return new Mails(subject, body, time, from, references, attachments, texts, coverage);
    }

    Mails from(String address) {
        return new Mails(subject, body, received, address, references, attachments, texts, coverage);
    }

    Mails answering(String id) {
        return new Mails(subject, body, received, from, List.of(id), attachments, texts, coverage);
    }

    Mails with(String file, String text, boolean inline) {
        String place = Integer.toString(attachments.size() + 2);
        var files = new ArrayList<>(attachments);
        files.add(new Attachment(place, file, "application/pdf", 1, Digest.of(new byte[0]), inline));
        var words = new ArrayList<>(texts);
        words.add(new AttachmentText(place, text));
        return new Mails(subject, body, received, from, references, files, words, coverage);
    }

    Mails read(Coverage.Extent extent) {
        var gaps = List.of(new Coverage.Gap("body", "encrypted"));
        return new Mails(subject, body, received, from, references, attachments, texts, new Coverage(extent, gaps));
    }

    Item item() {
        Digest digest = Digest.of((subject + "\n" + body + received).getBytes(StandardCharsets.UTF_8));
        return new Item(
                ItemId.of(digest),
                digest,
                body.length(),
                Kind.EMAIL,
                new Dates(null, "", received, received == null ? Dates.Source.UNKNOWN : Dates.Source.SERVER),
                new Correspondents(
                        List.of(new Address("Bob Hill", from)), List.of(), List.of(), List.of(), List.of(), List.of()),
                subject,
                new Threading("", List.of(), references, ""),
                attachments,
                coverage,
                digest);
    }

    ItemDocument document() {
        Item item = item();
        var collected = new Collection(
                item.id(), new Custodian("bob@x.gov"), "/mail", "1", "Inbox", List.of(), Instant.EPOCH, "run");
        return new ItemDocument(
                coverage.extent() == Coverage.Extent.NOT
                        ? new Unreadable(item)
                        : new Parsed(item, new ItemText(body, texts)),
                List.of(collected));
    }
}

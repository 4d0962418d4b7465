package org.muniment.batch.produce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.review.Coding;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.PartTexts;
import org.muniment.archive.review.Place;
import org.muniment.archive.review.ReviewSet;
import org.muniment.archive.review.Suggestion;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestItem;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;

/** A small archive, and what a reviewer does with it. */
final class District implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T18:00:00Z"), ZoneOffset.UTC);
    static final Officer CLERK = new Officer("Maria Ortiz, Records Clerk");
    static final Officer COUNSEL = new Officer("Ann Lee, Counsel");
    static final ReviewSet SET = new ReviewSet("Doe v. Roe");
    static final Exemption PUPIL =
            new Exemption("pupil-records", "Ed. Code 49076", "Records of a pupil", Exemption.Verified.TEXT, "");
    static final Path SAMPLE = Path.of("../search-api/src/main/resources/demo/mailboxes");

    final Archive archive;
    private final Path folder;

    private District(Path folder, Archive archive) {
        this.folder = folder;
        this.archive = archive;
    }

    static District create(Path folder) {
        return new District(folder, Archive.create(ArchiveSettings.embedded(folder.resolve("archive")), CLOCK));
    }

    static District open(Path folder) {
        return new District(folder, Archive.write(folder.resolve("archive"), CLOCK));
    }

    /** Takes in a folder of mailboxes, or one mailbox. */
    void ingest(Path mail, IngestRequest.Custody custody) {
        new Ingest(Rooms.of(archive)).run(new IngestRequest(mail, SourceType.AUTO, custody), Progress.NONE);
    }

    void ingestSample() {
        ingest(SAMPLE, new IngestRequest.Custody.ByFolder(Optional.empty()));
    }

    /** Writes a mail and takes it in. */
    void mail(String name, String text) {
        try {
            Path file = folder.resolve("mail").resolve(name + ".eml");
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text.replace("\n", "\r\n"));
            ingest(file, new IngestRequest.Custody.One(new Custodian("clerk@district.example")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A plain mail. */
    void plain(int number, String subject, String body) {
        mail(
                "plain-" + number,
                "From: Office <office@district.example>\nTo: clerk@district.example\nDate: Mon, " + number
                        + " Sep 2025 12:00:00 -0700\nMessage-ID: <" + number + "@district.example>\nSubject: "
                        + subject + "\n\n" + body + "\n");
    }

    /** An item of any kind, with the words of a plain mail. */
    void message(TestItem kind, int number, String subject, String body) {
        try {
            Path file = folder.resolve("mail").resolve("item-" + number + kind.suffix());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, kind.bytes(number, CLOCK.instant(), subject, body));
            ingest(file, new IngestRequest.Custody.One(new Custodian("clerk@district.example")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    Map<String, ItemId> bySubject() {
        return archive.items()
                .all()
                .map(RegisteredItem::item)
                .collect(Collectors.toMap(Item::subject, Item::id, (one, other) -> one));
    }

    ItemId item(String subject) {
        return Objects.requireNonNull(bySubject().get(subject), subject);
    }

    List<ItemId> all() {
        return archive.items().all().map(row -> row.item().id()).toList();
    }

    void code(Collection<ItemId> items, Decision decision, Exemption... grounds) {
        changed(() -> archive.codings()
                .code(
                        SET,
                        List.copyOf(items),
                        new Coding.Ruling(decision, List.of(grounds), ""),
                        false,
                        COUNSEL,
                        CLOCK.instant()));
    }

    /** Hides words wherever they stand in a part. */
    void redact(ItemId item, Part part, String words) {
        String text = Objects.requireNonNull(texts(item).get(part), part.toString());
        int start = text.indexOf(words);
        if (start < 0) {
            throw new IllegalArgumentException(words + " is not in the " + part.written() + " of " + item);
        }
        while (start >= 0) {
            add(item, part, new Place.Span(start, start + words.length()), PartTexts.digest(text));
            start = text.indexOf(words, start + words.length());
        }
    }

    void redactAll(ItemId item, Part part) {
        add(item, part, new Place.Whole(), "");
    }

    /** Hides what a reviewer marks on a page. */
    void mark(ItemId item, Collection<ItemProof.Mark> marks) {
        Map<Part, String> texts = texts(item);
        for (ItemProof.Mark mark : marks) {
            String text = Objects.requireNonNullElse(texts.get(mark.part()), "");
            add(item, mark.part(), mark.place(), mark.place() instanceof Place.Span ? PartTexts.digest(text) : "");
        }
    }

    private void add(ItemId item, Part part, Place place, String measured) {
        changed(() -> archive.redactions()
                .add(
                        List.of(new Suggestion(SET, item, part, place, PUPIL, "drawn by hand", measured)),
                        COUNSEL,
                        CLOCK.instant()));
    }

    Map<Part, String> texts(ItemId item) {
        return PartTexts.of(reading(archive.items().find(item).orElseThrow()));
    }

    Reading reading(RegisteredItem row) {
        return new StoredItems(archive.objects(), archive.reader(), archive.spool()).read(row);
    }

    <T> T changed(Supplier<T> change) {
        return Objects.requireNonNull(archive.catalogue().transactions().execute(status -> change.get()));
    }

    ProduceRequest reviewed(ProductionFormat format, String out) {
        return request(format, SET, out, ProduceRequest.Consents.NONE);
    }

    ProduceRequest internal(ProductionFormat format, String out) {
        return new ProduceRequest(
                new Scope.OfQuery(new ItemQuery.All(), "All of it"),
                null,
                format,
                "ACUSD",
                folder.resolve(out),
                4_000_000_000L,
                "Alder Creek Unified",
                "",
                CLERK,
                null,
                ProduceRequest.Consents.NONE);
    }

    ProduceRequest request(ProductionFormat format, ReviewSet set, String out, ProduceRequest.Consents consents) {
        return new ProduceRequest(
                new Scope.OfQuery(new ItemQuery.All(), set.name()),
                set,
                format,
                "ACUSD",
                folder.resolve(out),
                4_000_000_000L,
                "Alder Creek Unified",
                "",
                CLERK,
                null,
                consents);
    }

    Produced produce(ProduceRequest request) {
        return new Produce(archive, "test").run(request, Produce.Progress.NONE);
    }

    @Override
    public void close() {
        archive.close();
    }
}

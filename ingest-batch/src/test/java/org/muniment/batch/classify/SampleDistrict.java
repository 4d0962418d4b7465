package org.muniment.batch.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Evaluation;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestItem;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.Reconciliation;
import org.muniment.batch.ingest.SourceType;

/** A small archive with a small schedule, and mail to take in. */
final class SampleDistrict implements AutoCloseable {
    static final Officer MARIA = new Officer("Maria Ortiz, Records");
    static final Officer JOHN = new Officer("John Chen, Superintendent");

    final Archive archive;
    private final Path folder;

    private SampleDistrict(Path folder, Archive archive) {
        this.folder = folder;
        this.archive = archive;
    }

    static SampleDistrict create(Path folder, String schedule) {
        return new SampleDistrict(
                folder,
                Archive.create(ArchiveSettings.embedded(folder.resolve("archive")), Clock.systemUTC(), schedule));
    }

    static SampleDistrict open(Path folder) {
        return new SampleDistrict(folder, Archive.write(folder.resolve("archive"), Clock.systemUTC()));
    }

    static String schedule() {
        try (InputStream in = SampleDistrict.class.getResourceAsStream("/classify/sample.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a mail into a mailbox; it is taken in with the next {@link #ingest}. */
    void write(String mailbox, int number, String from, String subject, String body) throws IOException {
        Path file = folder.resolve("mail").resolve(mailbox).resolve(number + ".eml");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(
                file,
                "From: " + from + "@district.example\nMessage-ID: <" + number + "@district.example>\n"
                        + "Received: from a by b; Mon, 15 Sep 2025 12:00:00 -0700\nSubject: " + subject + "\n\n" + body
                        + "\n");
    }

    /** Writes an item of any kind, of the same day. */
    void write(TestItem kind, String mailbox, int number, String subject, String body) throws IOException {
        Path file = folder.resolve("mail").resolve(mailbox).resolve(number + kind.suffix());
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, kind.bytes(number, Instant.parse("2025-09-15T19:00:00Z"), subject, body));
    }

    Reconciliation ingest(String mailbox) {
        return new Ingest(Rooms.of(archive))
                .run(
                        new IngestRequest(
                                folder.resolve("mail").resolve(mailbox),
                                SourceType.AUTO,
                                new IngestRequest.Custody.One(new Custodian(mailbox + "@district.example"))),
                        Progress.NONE);
    }

    Classify.Outcome classify() {
        return new Classify(Rooms.of(archive)).run(Classify.Progress.NONE);
    }

    LocalDate today() {
        return archive.retention().day(archive.clock().instant());
    }

    void adopt(String yaml) {
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.retention()
                        .schedules()
                        .adopt(yaml, today(), MARIA, JOHN, archive.clock().instant()));
    }

    /** What each item is, by its subject. */
    Map<String, Classification> classes() {
        Map<String, Classification> found = new HashMap<>();
        archive.items()
                .all()
                .forEach(row -> archive.retention()
                        .classifications()
                        .find(row.item().id())
                        .ifPresent(one -> found.put(row.item().subject(), one)));
        return found;
    }

    Classification classOf(String subject) {
        return Objects.requireNonNull(classes().get(subject), subject);
    }

    Map<String, String> series() {
        return classes().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().series().value()));
    }

    /** What the registers say, and what reading every object says. */
    Map<ItemId, Classification> readAgain() {
        Evaluation evaluation = archive.retention().evaluations().current(today());
        Rooms rooms = Rooms.of(archive);
        List<RegisteredItem> all = archive.items().all().toList();
        return all.stream()
                .collect(Collectors.toMap(
                        row -> row.item().id(),
                        row -> evaluation.classify(new ItemDocument(
                                rooms.stored().read(row),
                                archive.items().collections(row.item().id())))));
    }

    Map<ItemId, Classification> registered() {
        return archive.retention()
                .classifications()
                .find(archive.items().all().map(row -> row.item().id()).toList());
    }

    @Override
    public void close() {
        archive.close();
    }
}

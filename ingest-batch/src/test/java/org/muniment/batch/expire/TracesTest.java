package org.muniment.batch.expire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.store.Digest;
import org.muniment.batch.Destroying;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestArchive;
import org.muniment.batch.fixity.FixityCheck;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;

/** What a destroyed item leaves in the files of an archive: nothing that can be read. */
class TracesTest {
    private static final ZoneId ZONE = ArchiveSettings.CALIFORNIA;
    private static final int MESSAGES = 120;
    /** Destroyed; its neighbours in mailbox, conversation, database pages and index segments stay. */
    private static final int GONE = 57;

    @TempDir
    private Path folder;

    @Test
    void noFileOfTheArchiveHasAWordOfADestroyedItem() throws IOException {
        try (Archive archive = collected(ArchiveSettings.embedded(folder.resolve("archive")))) {
            for (String trace : traces(GONE)) {
                assertThat(filesWith(archive, trace))
                        .as(trace + " is found before")
                        .isNotEmpty();
            }
            purge(archive);
            for (String trace : traces(GONE)) {
                assertThat(filesWith(archive, trace)).as(trace).isEmpty();
                assertThat(found(archive, trace)).as(trace).isZero();
            }
            theNeighboursAreStillFound(archive);
        }
        // What closing and opening writes must not bring it back.
        try (Archive archive = Archive.write(folder.resolve("archive"), Clock.systemUTC())) {
            for (String trace : traces(GONE)) {
                assertThat(filesWith(archive, trace)).as(trace).isEmpty();
            }
        }
    }

    @Test
    void onPostgresqlTooTheArchivesFilesHaveNothingAndTheDatabaseAnswersNothing() throws IOException {
        ArchiveSettings settings = ArchiveSettings.embedded(folder.resolve("archive"))
                .withCatalogue(TestArchive.postgresqlAddress() + "&password=postgres");
        try (Archive archive = collected(settings)) {
            purge(archive);
            for (String trace : traces(GONE)) {
                assertThat(filesWith(archive, trace)).as(trace).isEmpty();
            }
            assertThat(archive.items().find(id(GONE))).isEmpty();
            theNeighboursAreStillFound(archive);
        }
    }

    @Test
    void copiesThatAKilledProcessLeftGoAndThoseInUseStay() throws IOException {
        try (Archive archive = collected(ArchiveSettings.embedded(folder.resolve("archive")))) {
            Path worker = Files.createDirectories(archive.reading().resolve("worker1"));
            Path left = Files.writeString(worker.resolve("left"), word(GONE));
            Path used = Files.writeString(worker.resolve("used"), word(GONE));
            Path copy =
                    Files.writeString(Files.createDirectories(archive.spool()).resolve("spool1.tmp"), word(GONE));
            for (Path old : List.of(left, copy)) {
                Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
            }
            assertThat(new Traces(archive).remove()).singleElement().asString().startsWith("1 temporary files");
            assertThat(left).doesNotExist();
            assertThat(copy).doesNotExist();
            assertThat(used).exists();
        }
    }

    @Test
    void whileSomebodyReadsTheDatabaseItsLogIsLeftAndSaidToBe() throws Exception {
        try (Archive archive = collected(ArchiveSettings.embedded(folder.resolve("archive")));
                var reading = archive.catalogue().reader().getConnection();
                var statement = reading.createStatement()) {
            var rows = statement.executeQuery("select id from item");
            rows.next();
            Destroying.destroy(archive, "P1", List.of(id(GONE)));
            assertThat(new Traces(archive).remove()).singleElement().asString().contains("another program is reading");
            rows.close();
            assertThat(new Traces(archive).remove()).isEmpty();
        }
    }

    private static void purge(Archive archive) {
        Destroying.destroy(archive, "P1", List.of(id(GONE)));
        assertThat(new Traces(archive).remove()).isEmpty();
        assertThat(new FixityCheck(archive, done -> {})
                        .run(OptionalInt.empty(), List.of())
                        .faults())
                .isEmpty();
    }

    private static void theNeighboursAreStillFound(Archive archive) {
        assertThat(hits(archive, "*")).isEqualTo(MESSAGES - 1);
        for (int neighbour : List.of(GONE - 1, GONE + 1)) {
            for (String trace : traces(neighbour)) {
                assertThat(found(archive, trace)).as(trace).isEqualTo(1);
            }
        }
    }

    /** As a word, and as an address. */
    private static long found(Archive archive, String trace) {
        return hits(archive, trace + " OR from:" + trace + "@x.example");
    }

    private static long hits(Archive archive, String query) {
        return archive.index()
                .search(new Search(
                        new ItemQueryParser(ZONE).parse(query), 10, Optional.empty(), Search.Order.NEWEST_FIRST))
                .total();
    }

    private Archive collected(ArchiveSettings settings) throws IOException {
        Path mail = folder.resolve("mail");
        Files.createDirectories(mail);
        for (int i = 0; i < MESSAGES; i++) {
            Files.writeString(mail.resolve(i + ".eml"), message(i));
        }
        Archive archive = Archive.create(settings, Clock.systemUTC());
        new Ingest(Rooms.of(archive))
                .run(
                        new IngestRequest(
                                mail, SourceType.AUTO, new Custody.One(new Custodian("clerk@district.example"))),
                        Progress.NONE);
        return archive;
    }

    /** A word of the body, of the subject, of an address and of the text of an attachment; each in this message only. */
    private static List<String> traces(int number) {
        return List.of(word(number), "subj" + word(number), "addr" + word(number), "att" + word(number));
    }

    private static String word(int number) {
        return "qz" + Integer.toString(number * 7919 + 46_656, 36) + "vx";
    }

    private static ItemId id(int number) {
        return ItemId.of(Digest.of(message(number).getBytes(StandardCharsets.UTF_8)));
    }

    private static String message(int number) {
        return "Message-ID: <" + number + "@x.example>\nReferences: <" + number / 3 * 3 + "@x.example>\n"
                + "Date: Mon, 2 Mar 2026 09:30:00 -0800\nFrom: addr" + word(number) + "@x.example\n"
                + "To: clerk@district.example\nSubject: About subj" + word(number) + "\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain\n\nThe word is "
                + word(number) + ".\n--B\nContent-Type: text/plain; name=a.txt\n"
                + "Content-Disposition: attachment; filename=a.txt\n\nAttached: att" + word(number)
                + "\n--B--\n";
    }

    /** The archive's files whose bytes have the text, in any of the ways in which text is usually written. */
    private static List<String> filesWith(Archive archive, String text) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(archive.settings().folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
                    if (bytes.contains(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))) {
                        found.add(file.getFileName().toString());
                    }
                }
            }
        }
        return List.copyOf(found);
    }
}

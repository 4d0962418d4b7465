package org.muniment.batch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.item.Container;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.store.Digest;
import org.muniment.batch.Rooms;
import org.muniment.batch.fixity.FixityCheck;

/** Real files of Outlook and real calendars: nothing is lost unnamed, everything adds up, and again stores nothing. */
@EnabledIfEnvironmentVariable(named = "MUNIMENT_CORPORA", matches = ".+")
class RealOutlookTest {
    @TempDir
    private Path folder;

    private static Reconciliation ingest(Archive archive, Path source) {
        return new Ingest(Rooms.of(archive))
                .run(
                        new IngestRequest(
                                source, SourceType.AUTO, new IngestRequest.Custody.One(new Custodian("a@d.example"))),
                        Progress.NONE);
    }

    private Archive archive() {
        return Archive.create(ArchiveSettings.embedded(folder.resolve("archive")), Clock.systemUTC());
    }

    private static Path set(String name) {
        return Path.of(System.getenv("MUNIMENT_CORPORA"), name);
    }

    @Test
    void everyMessageOfADataFileIsTakenInAndTheFileIsKept() throws IOException {
        try (Archive archive = archive();
                Stream<Path> files = Files.list(set("pst-a"))) {
            Map<String, Long> read = new TreeMap<>();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".pst")).toList()) {
                Reconciliation first = ingest(archive, file);
                assertThat(first.rejected()).as(file.toString()).isZero();
                assertThat(ingest(archive, file).stored()).isZero();
                read.put(file.getFileName().toString(), first.read());
            }
            assertThat(read)
                    .isEqualTo(Map.of(
                            "aspose-Outlook.pst", 17L,
                            "aspose-SampleContacts.pst", 6L,
                            "aspose-passwordprotected.pst", 18L,
                            "java-libpst-dist-list.pst", 4L,
                            "java-libpst-passworded.pst", 3L,
                            "libyal-outlook.pst", 2L,
                            "tika-testPST.pst", 7L,
                            "tika-testPST_variousBodyTypes.pst", 4L));
            assertThat(archive.containers().after(0, 99))
                    .hasSize(8)
                    .allSatisfy(
                            one -> assertThat(one.original().digest()).isEqualTo(Digest.ofFile(Path.of(one.source()))));
            assertThat(archive.containers().after(0, 99))
                    .extracting(Container::ending)
                    .allMatch(end -> end.isEmpty());
            assertThat(new FixityCheck(archive, done -> {})
                            .run(OptionalInt.empty(), List.of())
                            .faults())
                    .isEmpty();
        }
    }

    @Test
    void messageFilesAndCalendarsAreItemsOfTheirKind() {
        try (Archive archive = archive()) {
            for (String name : List.of("msg-a", "ics-a")) {
                Reconciliation first = ingest(archive, set(name));
                assertThat(first.rejected()).as(name).isZero();
                assertThat(first.unreadable()).as(name).isLessThanOrEqualTo(2);
                Reconciliation second = ingest(archive, set(name));
                assertThat(second.stored() + second.unreadable()).as(name).isZero();
            }
        }
    }
}

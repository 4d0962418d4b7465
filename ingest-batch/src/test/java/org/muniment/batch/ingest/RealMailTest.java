package org.muniment.batch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.store.Digest;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.mbox.MboxFile;

/** Sets of real mail, where they are at hand. */
@EnabledIfEnvironmentVariable(named = "MUNIMENT_CORPORA", matches = ".+")
class RealMailTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"enron-folders", "list-mbox", "list-eml", "list-maildir", "torture-a"})
    void nothingIsRejectedNothingIsLostAndNothingIsStoredTwice(String set) throws IOException {
        Path source = Path.of(System.getenv("MUNIMENT_CORPORA"), set);
        ArchiveSettings settings = ArchiveSettings.embedded(folder.resolve("archive"));
        try (Archive archive = Archive.create(settings, Clock.systemUTC())) {
            Rooms rooms = Rooms.of(archive);
            IngestRequest request = new IngestRequest(source, SourceType.AUTO, new Custody.ByFolder(Optional.empty()));
            Reconciliation first = new Ingest(rooms).run(request, Progress.NONE);
            System.out.println(set + ": " + first);
            assertThat(first.rejected()).isZero();
            for (Path file : files(source)) {
                String path = source.relativize(file).toString();
                if (!path.matches(".*\\.(zip|emlx)") && !MboxFile.is(new FileEntry(file, path, rooms.spool()))) {
                    Digest digest = Digest.of(Files.readAllBytes(file));
                    try (InputStream kept = archive.objects().open(digest)) {
                        assertThat(kept.readAllBytes()).as(path).isEqualTo(Files.readAllBytes(file));
                    }
                }
            }
            Reconciliation second = new Ingest(rooms).run(request, Progress.NONE);
            assertThat(second.stored() + second.unreadable()).isZero();
            assertThat(second.duplicates()).isEqualTo(first.read());
        }
    }

    private static List<Path> files(Path source) throws IOException {
        try (Stream<Path> tree = Files.walk(source)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }
}

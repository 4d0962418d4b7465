package org.muniment.batch.ingest.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.batch.FolderStore;
import org.muniment.batch.MemoryIndex;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestArchive;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.Reconciliation;
import org.muniment.batch.ingest.Source;

/** Real exports and recordings of the folder {@code voicemail-a}, where they are. */
@EnabledIfEnvironmentVariable(named = "MUNIMENT_CORPORA", matches = ".+")
class RealVoicemailTest {
    private static final Path SET = Path.of(System.getenv().getOrDefault("MUNIMENT_CORPORA", "."), "voicemail-a");

    @TempDir
    private Path folder;

    @Test
    void everyFileIsInAnItemAndTheSumHolds() throws IOException {
        Source source = new VoicemailSource(SET, false, ZoneId.of("America/Los_Angeles"), null);
        try (Catalogue catalogue = TestArchive.sqlite(folder)) {
            Rooms rooms =
                    TestArchive.open(catalogue, new FolderStore(folder.resolve("objects")), new MemoryIndex(), folder);
            IngestRequest request = new IngestRequest(source, new Custody.One(new Custodian("a@district.example")));
            Reconciliation run = new Ingest(rooms).run(request, Progress.NONE);
            Map<String, Integer> files = new TreeMap<>();
            Map<Kind, Integer> kinds = new TreeMap<>();
            rooms.items().all().forEach(item -> count(item, files, kinds));
            System.out.println(run + "\n" + kinds);
            rooms.items()
                    .all()
                    .map(item -> item.item().kind() + " " + item.item().dates().received() + " "
                            + item.item().coverage() + " "
                            + rooms.items()
                                    .collections(item.item().id())
                                    .getFirst()
                                    .place() + " "
                            + item.item().attachments().size())
                    .forEach(System.out::println);
            assertThat(run.rejected()).isZero();
            assertThat(run.read()).isEqualTo(run.stored() + run.unreadable() + run.duplicates());
            try (Stream<Path> all = Files.walk(SET)) {
                long there = all.filter(Files::isRegularFile).count();
                assertThat(files.values().stream().mapToInt(i -> i).sum()).isEqualTo((int) there);
            }
            assertThat(new Ingest(rooms).run(request, Progress.NONE).duplicates())
                    .isEqualTo(run.read());
        }
    }

    /** An assembled item has its files attached; any other is a file itself. */
    private static void count(RegisteredItem item, Map<String, Integer> files, Map<Kind, Integer> kinds) {
        kinds.merge(item.item().kind(), 1, Integer::sum);
        int attached = (int) item.item().attachments().stream()
                .map(Attachment::place)
                .filter(place -> place.matches("\\d+"))
                .count();
        files.merge(item.item().id().value(), Math.max(1, attached), Integer::sum);
    }
}

package org.muniment.batch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Run;
import org.muniment.archive.store.Digest;
import org.muniment.batch.Child;
import org.muniment.batch.FolderStore;
import org.muniment.batch.MemoryIndex;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestArchive;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.reindex.Reindex;

/** A process that takes mail in is killed, again and again, at random moments. */
class KilledIngestTest {
    private static final String FROM = "From clerk@district.example Mon Mar  2 09:30:00 2026\n";

    @TempDir
    private Path folder;

    @Test
    void killedFiveTimesARunStillTakesInEveryMessageOnce() throws Exception {
        killAndFinish(5);
    }

    @Test
    @Tag("slow")
    void killedFiftyTimesARunStillTakesInEveryMessageOnce() throws Exception {
        killAndFinish(50);
    }

    private void killAndFinish(int rounds) throws Exception {
        long seed = System.nanoTime();
        System.out.println("killAndFinish seed " + seed);
        Random random = new Random(seed);
        int messages = rounds * 1300;
        Set<Digest> expected = writeMail(messages);

        int killed = 0;
        for (int round = 0; round < rounds; round++) {
            killed += killOne(random) ? 1 : 0;
        }
        assertThat(killed).isGreaterThanOrEqualTo(rounds - 1);

        try (Catalogue catalogue = TestArchive.sqlite(folder)) {
            Rooms rooms = open(catalogue, folder, new MemoryIndex());
            Reconciliation sum = new Ingest(rooms).run(request(folder), Progress.NONE);
            assertThat(sum.read()).isEqualTo(messages);
            assertThat(sum.stored()).isEqualTo(expected.size());
            assertThat(sum.duplicates()).isEqualTo(messages - expected.size());
            assertThat(rooms.runs().latest(9)).extracting(Run::id).containsExactly(sum.run());
            assertThat(rooms.items().holdings().collections()).isEqualTo(messages);
            assertThat(rooms.store().list()).containsExactlyElementsOf(expected);
            assertThat(rooms.items().all().map(one -> one.item().digest()).collect(Collectors.toSet()))
                    .isEqualTo(expected);
            MemoryIndex rebuilt = new MemoryIndex();
            new Reindex(open(catalogue, folder, rebuilt)).rebuild();
            assertThat(((MemoryIndex) rooms.index()).documents()).isEqualTo(rebuilt.documents());
        }
    }

    /** Every tenth message is a copy. Half of them in an mbox, half in files. */
    private Set<Digest> writeMail(int messages) throws IOException {
        Set<Digest> distinct = new TreeSet<>();
        Path files = Files.createDirectories(folder.resolve("mail/files"));
        StringBuilder mbox = new StringBuilder();
        for (int i = 0; i < messages; i++) {
            int number = i % 10 == 9 ? 0 : i;
            String message = "Message-ID: <" + number + "@district.example>\nSubject: Number " + number + "\n\nBody\n";
            distinct.add(Digest.of(message.getBytes(StandardCharsets.UTF_8)));
            if (i < messages / 2) {
                Files.writeString(files.resolve(i + ".eml"), message);
            } else {
                mbox.append(FROM).append(message).append('\n');
            }
        }
        Files.writeString(folder.resolve("mail/archive.mbox"), mbox);
        return distinct;
    }

    /** Kills the process a moment after one of its first portions; false when it was done before. */
    private boolean killOne(Random random) throws Exception {
        int portions = random.nextInt(3);
        Process process = Child.start(256, KilledIngestTest.class, folder.toString());
        try (BufferedReader lines = process.inputReader()) {
            List<String> seen = lines.lines()
                    .filter(line -> line.startsWith("read "))
                    .limit(portions + 1)
                    .toList();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(120));
            boolean alive = process.isAlive();
            process.destroyForcibly().waitFor();
            return alive && !seen.isEmpty();
        }
    }

    /** What the process that is killed does. */
    public static void main(String... arguments) {
        Path folder = Path.of(arguments[0]);
        try (Catalogue catalogue = TestArchive.sqlite(folder)) {
            new Ingest(open(catalogue, folder, new MemoryIndex()))
                    .run(request(folder), (soFar, expected) -> System.out.println("read " + soFar.read()));
        }
    }

    private static Rooms open(Catalogue catalogue, Path folder, MemoryIndex index) {
        return TestArchive.open(catalogue, new FolderStore(folder.resolve("objects")), index, folder);
    }

    private static IngestRequest request(Path folder) {
        return new IngestRequest(
                folder.resolve("mail"), SourceType.AUTO, new Custody.One(new Custodian("clerk@district.example")));
    }
}

package org.muniment.batch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.Search;
import org.muniment.archive.index.SearchIndex;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Run;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.store.Digest;
import org.muniment.batch.Child;
import org.muniment.batch.Rooms;
import org.muniment.batch.fixity.FixityCheck;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.reindex.Reindex;

/** A process that takes mail in is killed, again and again, at random moments. */
class KilledIngestTest {
    private static final String READ = "read ";
    private static final String FROM = "From clerk@district.example Mon Mar  2 09:30:00 2026\n";

    @TempDir
    private Path folder;

    @Test
    @Tag("short")
    void killedFiveTimesARunStillTakesInEveryMessageOnce() throws Exception {
        killAndFinish(5);
    }

    @Test
    @Tag("slow")
    void killedManyTimesARunStillTakesInEveryMessageOnce() throws Exception {
        killAndFinish(Integer.getInteger("muniment.kills", 5));
    }

    private void killAndFinish(int rounds) throws Exception {
        long seed = System.nanoTime();
        System.out.println("killAndFinish seed " + seed);
        Random random = new Random(seed);
        // Twice what a process takes in before it is killed: those that were waited for, and the load it is at.
        int messages = rounds * 3000;
        Set<Digest> expected = writeMail(messages);

        for (int round = 0; round < rounds; round++) {
            assertThat(killOne(random)).as("killed before it was done").isTrue();
        }

        try (Archive archive = Archive.write(home(folder), Clock.systemUTC())) {
            Reconciliation sum = new Ingest(Rooms.of(archive)).run(request(folder), Progress.NONE);
            assertThat(sum.read()).isEqualTo(messages);
            assertThat(sum.stored()).isEqualTo(expected.size());
            assertThat(sum.duplicates()).isEqualTo(messages - expected.size());
            assertThat(archive.runs().latest(9)).extracting(Run::id).containsExactly(sum.run());
            assertThat(archive.items().holdings().collections()).isEqualTo(messages);
            assertThat(archive.objects().list()).containsExactlyElementsOf(expected);
            assertThat(archive.items().all().map(one -> one.item().digest()).collect(Collectors.toSet()))
                    .isEqualTo(expected);
            assertThat(new FixityCheck(archive, done -> {})
                            .run(OptionalInt.empty(), List.of())
                            .faults())
                    .isEmpty();
            List<Hits.Hit> resumed = everything(archive.index());
            new Reindex(Rooms.of(archive)).rebuild();
            assertThat(resumed).isEqualTo(everything(archive.index())).hasSize(expected.size());
        }
    }

    /** Every hit in order, page after page. */
    private static List<Hits.Hit> everything(SearchIndex index) {
        List<Hits.Hit> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Hits page = index.search(new Search(new ItemQuery.All(), 5_000, after, Search.Order.NEWEST_FIRST));
            all.addAll(page.page());
            after = page.next();
        } while (after.isPresent());
        return all;
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

    /** Kills the process a moment after it took in some messages; false when it was done before. */
    private boolean killOne(Random random) throws Exception {
        int more = random.nextInt(600);
        Process process = Child.start(256, KilledIngestTest.class, folder.toString());
        try (BufferedReader lines = process.inputReader()) {
            Iterator<Long> read = lines.lines()
                    .filter(line -> line.startsWith(READ))
                    .map(line -> Long.valueOf(line.substring(READ.length())))
                    .iterator();
            long first = read.next();
            while (read.next() < first + more) {
                // Until it has read so many.
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
            boolean alive = process.isAlive();
            process.destroyForcibly().waitFor();
            return alive;
        }
    }

    /** What the process that is killed does. */
    public static void main(String... arguments) {
        Path folder = Path.of(arguments[0]);
        Path home = home(folder);
        try (Archive archive = ArchiveSettings.exist(home)
                ? Archive.write(home, Clock.systemUTC())
                : Archive.create(ArchiveSettings.embedded(home), Clock.systemUTC())) {
            new Ingest(Rooms.of(archive))
                    .run(request(folder), (soFar, expected) -> System.out.println(READ + soFar.read()));
        }
    }

    private static Path home(Path folder) {
        return folder.resolve("archive");
    }

    private static IngestRequest request(Path folder) {
        return new IngestRequest(
                folder.resolve("mail"), SourceType.AUTO, new Custody.One(new Custodian("clerk@district.example")));
    }
}

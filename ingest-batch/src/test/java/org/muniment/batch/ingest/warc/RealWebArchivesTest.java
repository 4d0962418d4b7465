package org.muniment.batch.ingest.warc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.archive.item.reading.Readings;
import org.muniment.archive.store.Digest;
import org.muniment.batch.ingest.Entry;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.RawContainer;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Rejected;

/** A set of real web archives, some of them broken, where it is at hand. */
@EnabledIfEnvironmentVariable(named = "MUNIMENT_CORPORA", matches = ".+")
class RealWebArchivesTest {
    @TempDir
    private Path folder;

    @Test
    void everyRecordIsAPostingOrIsNamed() throws Exception {
        Path set = Path.of(System.getenv("MUNIMENT_CORPORA"), "warc-a");
        try (ItemReader reader = new ItemReader(ReadingLimits.DEFAULT, folder)) {
            for (Path file : files(set)) {
                FileEntry entry = new FileEntry(file, set.relativize(file).toString(), folder);
                assertThat(WarcFile.is(entry)).as(entry.path()).isTrue();
                List<String> named = new ArrayList<>();
                int[] sums = new int[3];
                new WarcFile(entry).read(0, found -> count(found, reader, named, sums));
                System.out.printf(
                        "%-60s %4d read in full, %3d partly, %2d rejected %s%n",
                        file.getFileName(), sums[0], sums[1], sums[2], named);
                assertThat(sums[0] + sums[1] + sums[2]).as(entry.path()).isPositive();
            }
        }
    }

    private static void count(Entry found, ItemReader reader, List<String> named, int[] sums) {
        switch (found) {
            case Rejected rejected -> {
                sums[2]++;
                named.add(rejected.place().replaceFirst(".*@", "@") + ": " + rejected.reason());
            }
            case RawContainer container -> throw new AssertionError("a web archive is no container: " + container);
            case RawItem raw -> {
                Reading reading = new Readings(reader).read(digest(raw), raw.bytes(), raw.receipt());
                assertThat(reading.item().kind()).isEqualTo(Kind.POSTING);
                boolean whole = reading.item().coverage().gaps().isEmpty();
                sums[whole ? 0 : 1]++;
                Optional.of(reading.item().coverage().gaps())
                        .filter(gaps -> !gaps.isEmpty())
                        .ifPresent(gaps -> named.add(raw.place().replaceFirst(".*@", "@") + " " + gaps));
                raw.bytes().close();
            }
        }
    }

    private static Digest digest(RawItem raw) {
        try (var in = raw.bytes().open()) {
            return Digest.of(in.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path set) throws IOException {
        try (Stream<Path> tree = Files.walk(set)) {
            return tree.filter(file -> file.getFileName().toString().matches(".*\\.w?arc(\\.gz)?(\\.bad)?"))
                    .sorted()
                    .toList();
        }
    }
}

package org.muniment.batch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.archive.store.Digest;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.RawItem;

/** A set of real feeds, many of them wrong, where it is at hand. */
@EnabledIfEnvironmentVariable(named = "MUNIMENT_CORPORA", matches = ".+")
class RealFeedsTest {
    @TempDir
    private Path folder;

    @Test
    void everyFileGivesAtLeastOneItem() throws Exception {
        Path set = Path.of(System.getenv("MUNIMENT_CORPORA"), "feeds-a");
        Map<String, Integer> sums = new TreeMap<>();
        try (ItemReader reader = new ItemReader(ReadingLimits.DEFAULT, folder)) {
            for (Path file : files(set)) {
                int[] here = new int[1];
                FileEntry entry = new FileEntry(file, set.relativize(file).toString(), folder);
                String group = entry.path().replaceFirst("/[^/]*$", "");
                FeedFile.read(entry, 0, "", found -> {
                    here[0]++;
                    sums.merge(group + " " + kind((RawItem) found, reader), 1, Integer::sum);
                });
                sums.merge(group + " files", 1, Integer::sum);
                assertThat(here[0]).as(entry.path()).isPositive();
            }
        }
        sums.forEach((what, count) -> System.out.printf("%-60s %5d%n", what, count));
    }

    private static String kind(RawItem raw, ItemReader reader) {
        try (var in = raw.bytes().open()) {
            Reading reading = reader.read(Digest.of(in.readAllBytes()), raw.bytes(), raw.receipt());
            return (reading.item().kind() == Kind.POSTING ? "postings " : "other items ")
                    + reading.item().coverage().extent();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path set) throws java.io.IOException {
        try (Stream<Path> tree = Files.walk(set)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

package org.muniment.batch.ingest.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.batch.ingest.Entry;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.RawContainer;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Rejected;

/** Whatever a data file does to its reader, reading comes to an end and says what is missing. */
@EnabledIfEnvironmentVariable(named = "MUNIMENT_CORPORA", matches = ".+")
class ImpatientPstTest {
    @TempDir
    private Path folder;

    private static Path real(String name) {
        return Path.of(System.getenv("MUNIMENT_CORPORA"), "pst-a", name);
    }

    private List<Entry> read(Path file, PstLimits limits) throws InterruptedException {
        List<Entry> entries = new ArrayList<>();
        new PstFile(new FileEntry(file, "a.pst", folder.resolve("spool")), limits).read(Optional.empty(), entries::add);
        return entries;
    }

    @Test
    void aReaderThatHangsIsEndedAndNamed() throws Exception {
        List<Entry> entries = read(real("tika-testPST.pst"), new PstLimits(Duration.ofMillis(1), 128, 3));
        assertThat(entries).first().isInstanceOf(RawContainer.class);
        assertThat(entries)
                .last()
                .isInstanceOfSatisfying(
                        Rejected.class, one -> assertThat(one.reason()).contains("took longer"));
    }

    @Test
    void aDamagedFileGivesWhatCanBeReadAndNamesTheRest() throws Exception {
        byte[] whole = Files.readAllBytes(real("tika-testPST_variousBodyTypes.pst"));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            byte[] hurt = whole.clone();
            for (int hits = 0; hits < 40; hits++) {
                hurt[1_024 + random.nextInt(hurt.length - 1_024)] = (byte) random.nextInt();
            }
            List<Entry> entries = read(Files.write(folder.resolve("hurt.pst"), hurt), PstLimits.DEFAULT);
            long items = entries.stream().filter(RawItem.class::isInstance).count();
            long rejected = entries.stream().filter(Rejected.class::isInstance).count();
            System.out.println("seed " + seed + ": " + items + " items, " + rejected + " rejected");
            assertThat(items + rejected).as("seed %d", seed).isPositive();
        }
    }
}

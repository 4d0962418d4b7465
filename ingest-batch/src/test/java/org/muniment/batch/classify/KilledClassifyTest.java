package org.muniment.batch.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.batch.Child;
import org.muniment.batch.Rooms;

/** A process that classifies again is killed, again and again, at random moments. */
class KilledClassifyTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("short")
    void killedTwiceItStillBringsEveryItemUpToDate() throws Exception {
        killAndFinish(2, 2400);
    }

    @Test
    @Tag("slow")
    void killedManyTimesItStillBringsEveryItemUpToDate() throws Exception {
        killAndFinish(Integer.getInteger("muniment.kills", 3), 4_000);
    }

    private void killAndFinish(int rounds, int items) throws Exception {
        long seed = System.nanoTime();
        System.out.println("killAndFinish seed " + seed);
        Random random = new Random(seed);
        try (SampleDistrict district = SampleDistrict.create(folder, SampleDistrict.schedule())) {
            for (int i = 0; i < items; i++) {
                district.write("clerk", i, "ann", (i % 3 == 0 ? "Minutes " : "Lunch ") + i, "of the week");
            }
            district.ingest("clerk");
            district.adopt(SampleDistrict.schedule().replace("'minutes'", "'lunch'"));
        }
        for (int round = 0; round < rounds; round++) {
            killOne(random);
        }
        try (SampleDistrict district = SampleDistrict.open(folder)) {
            assertThat(district.archive.retention().evaluations().areDone()).isFalse();
            Classify.Outcome rest = district.classify();
            assertThat(rest.looked()).isLessThan(items);
            assertThat(district.registered()).isEqualTo(district.readAgain()).hasSize(items);
            assertThat(district.archive.retention().evaluations().areDone()).isTrue();
        }
    }

    /** Kills the process a moment after it has begun its second page: then the first one is committed. */
    private void killOne(Random random) throws IOException, InterruptedException {
        Process process = Child.start(256, KilledClassifyTest.class, folder.toString());
        try (BufferedReader lines = process.inputReader()) {
            List<String> seen = lines.lines()
                    .filter(line -> line.startsWith("looked "))
                    .limit(2)
                    .toList();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
            boolean alive = process.isAlive();
            process.destroyForcibly().waitFor();
            assertThat(seen).hasSize(2);
            assertThat(alive).isTrue();
        }
    }

    /** What the process that is killed does: it stays a little at each page, as a large archive would. */
    public static void main(String... arguments) {
        try (SampleDistrict district = SampleDistrict.open(Path.of(arguments[0]))) {
            new Classify(Rooms.of(district.archive)).run((looked, total) -> {
                System.out.println("looked " + looked);
                pause();
            });
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.muniment.archive.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;

/** Nothing held is ever destroyed, and nothing due, approved and free is left: whatever happens, in whatever order. */
class DispositionPropertyTest {
    private static final int EPISODE = 1000;
    private static final Path FAST = Path.of("/dev/shm");

    @TempDir
    private Path folder;

    private record Tally(long steps, long deleted, long crashes, Map<RandomOffice.Deed, Integer> done) {}

    @Test
    @Tag("short")
    void whateverHappensNothingIsDestroyedWrongly() throws Exception {
        assertThat(run(20_000, 2).deleted()).isPositive();
    }

    @Test
    @org.junit.jupiter.api.condition.EnabledIfSystemProperty(named = "muniment.episode", matches = "-?\\d+")
    void oneEpisodeAgain() throws Exception {
        Path empty = folder.resolve("empty.db");
        Catalogue.sqlite(empty).close();
        assertThat(episode(folder, empty, Long.getLong("muniment.episode", 0)).steps())
                .isPositive();
    }

    @Test
    @Tag("slow")
    void inVeryManyStepsNothingIsDestroyedWrongly() throws Exception {
        assertThat(run(Integer.getInteger("muniment.steps", 40_000), 2).crashes())
                .isPositive();
    }

    private Tally run(int steps, int threads) throws Exception {
        long seed = Long.getLong("muniment.seed", new Random().nextLong());
        System.out.println("Disposition property test, seed " + seed);
        long start = System.nanoTime();
        long cpu = cpuMillis();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Tally>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                long own = seed + i;
                futures.add(workers.submit(() -> episodes(own, steps / threads)));
            }
            Tally all = new Tally(0, 0, 0, Map.of());
            for (Future<Tally> future : futures) {
                all = plus(all, future.get());
            }
            System.out.printf(
                    "%d steps in %.1f s, %.1f CPU s: %d items destroyed, %d crashes, %s%n",
                    all.steps(),
                    (System.nanoTime() - start) / 1e9,
                    (cpuMillis() - cpu) / 1e3,
                    all.deleted(),
                    all.crashes(),
                    all.done());
            return all;
        } finally {
            workers.shutdownNow();
        }
    }

    private static long cpuMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(java.time.Duration::toMillis)
                .orElse(0L);
    }

    private Tally episodes(long seed, int steps) throws IOException {
        Path own = Files.createTempDirectory(Files.isWritable(FAST) ? FAST : folder, "disposition");
        Tally tally = new Tally(0, 0, 0, Map.of());
        try {
            Path empty = own.resolve("empty.db");
            Catalogue.sqlite(empty).close();
            for (int episode = 0; tally.steps() < steps; episode++) {
                tally = plus(tally, episode(own, empty, seed * 1_000_003 + episode));
            }
        } finally {
            delete(own);
        }
        return tally;
    }

    private static Tally episode(Path folder, Path empty, long seed) throws IOException {
        Path file = Files.copy(empty, folder.resolve("catalogue.db"));
        try (Catalogue catalogue = Catalogue.sqlite(file)) {
            RandomOffice office = new RandomOffice(catalogue, folder, new Random(seed));
            for (int step = 0; step < EPISODE; step++) {
                office.step();
            }
            office.endWell();
            return new Tally(EPISODE, office.deleted(), office.crashes(), office.done());
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Episode seed " + seed + ": " + e.getMessage(), e);
        } finally {
            for (String left : List.of("catalogue.db", "catalogue.db-wal", "catalogue.db-shm")) {
                Files.deleteIfExists(folder.resolve(left));
            }
        }
    }

    private static Tally plus(Tally one, Tally other) {
        Map<RandomOffice.Deed, Integer> done = new EnumMap<>(RandomOffice.Deed.class);
        done.putAll(one.done());
        other.done().forEach((deed, times) -> done.merge(deed, times, Integer::sum));
        return new Tally(
                one.steps() + other.steps(), one.deleted() + other.deleted(), one.crashes() + other.crashes(), done);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

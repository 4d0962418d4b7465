package org.muniment.batch.expire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Disposition;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.PlanLine;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Tombstone;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;
import org.muniment.batch.Child;
import org.muniment.batch.fixity.FixityCheck;

/** A process that carries out a plan is killed, again and again, at random moments. */
class KilledPurgeTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("short")
    void killedThreeTimesAPurgeDestroysExactlyWhatWasApproved() throws Exception {
        killAndFinish(3, 500);
    }

    @Test
    @Tag("slow")
    void killedManyTimesAPurgeDestroysExactlyWhatWasApproved() throws Exception {
        killAndFinish(Integer.getInteger("muniment.kills", 8), Integer.getInteger("muniment.items", 2_000));
    }

    private void killAndFinish(int rounds, int due) throws Exception {
        long seed = System.nanoTime();
        System.out.println("killAndFinish seed " + seed);
        Random random = new Random(seed);
        int messages = due + due / 5;
        Set<Integer> lunch =
                IntStream.range(0, messages).filter(i -> i % 6 != 0).boxed().collect(Collectors.toSet());
        Map<Integer, ItemId> items;
        PlanId plan;
        try (Archive archive = Office.create(home())) {
            items = Office.collect(archive, folder.resolve("mail"), messages, lunch);
            plan = Office.propose(archive).plan().id();
            Office.approve(archive, plan);
            assertThat(Office.expire(archive)).isEmpty();
        }
        try (Archive archive = Archive.write(home(), Office.from(Office.GRACE_OVER))) {
            assertThat(archive.disposal().plans().counts(plan).open()).isEqualTo(due);
            Office.override(archive, plan);
        }
        int killed = 0;
        for (int round = 0; round < rounds; round++) {
            killed += killOne(random, due / rounds) ? 1 : 0;
        }
        System.out.println("killed " + killed + " of " + rounds);
        assertThat(killed).isGreaterThanOrEqualTo(Math.max(1, rounds / 2));
        try (Archive archive = Archive.write(home(), Office.from(Office.GRACE_OVER))) {
            Office.expire(archive);
            destroyedExactly(archive, plan, items, lunch);
        }
    }

    private static void destroyedExactly(Archive archive, PlanId plan, Map<Integer, ItemId> items, Set<Integer> lunch) {
        Set<ItemId> approved = lunch.stream().map(items::get).collect(Collectors.toCollection(TreeSet::new));
        Set<ItemId> kept = new TreeSet<>(items.values());
        kept.removeAll(approved);
        assertThat(archive.disposal().plans().find(plan).orElseThrow().stage()).isInstanceOf(Plan.Stage.Finished.class);
        assertThat(ids(archive.items().all().map(row -> row.item().id()))).isEqualTo(kept);
        assertThat(ids(archive.objects().list().map(ItemId::of))).isEqualTo(kept);
        assertThat(ids(archive.index().items())).isEqualTo(kept);
        assertThat(ids(archive.items().destroyedAfter(0, Integer.MAX_VALUE).stream()
                        .map(Tombstone::item)))
                .isEqualTo(approved);
        List<PlanLine> lines = archive.disposal().plans().lines(plan, 0, Integer.MAX_VALUE);
        assertThat(lines).allMatch(line -> line.disposition() instanceof Disposition.Destroyed);
        List<CustodyEvent.Destroyed> noted = archive.ledger().entries(0, Integer.MAX_VALUE / 2).stream()
                .map(Entry::event)
                .filter(CustodyEvent.Destroyed.class::isInstance)
                .map(CustodyEvent.Destroyed.class::cast)
                .toList();
        assertThat(noted).as("each once").hasSize(lines.size());
        assertThat(noted.stream().map(end -> end.item() + end.object() + end.series() + end.plan()))
                .containsExactlyInAnyOrderElementsOf(lines.stream()
                        .map(line -> line.item().value() + line.object().hex() + line.series() + plan)
                        .toList());
        assertThat(new FixityCheck(archive, done -> {})
                        .run(OptionalInt.empty(), List.of())
                        .faults())
                .isEmpty();
        assertThat(archive.ledger().latestCheckpoint().orElseThrow().size())
                .isEqualTo(archive.ledger().size());
    }

    private static Set<ItemId> ids(Stream<ItemId> ids) {
        Set<ItemId> found = new HashSet<>();
        assertThat(ids).allMatch(found::add);
        return new TreeSet<>(found);
    }

    /** Kills the process a moment after some of its batches; false when it was done before. */
    private boolean killOne(Random random, int items) throws Exception {
        int batches = random.nextInt(Math.max(1, items / BATCH) + 1);
        Process process = Child.start(256, KilledPurgeTest.class, home().toString());
        try (BufferedReader lines = process.inputReader()) {
            List<String> seen = lines.lines()
                    .filter(line -> line.startsWith("done "))
                    .limit(batches + 1)
                    .toList();
            // A batch takes about a tenth of a second.
            TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
            boolean alive = process.isAlive();
            process.destroyForcibly().waitFor();
            return alive && !seen.isEmpty();
        }
    }

    private static final int BATCH = 200;

    private Path home() {
        return folder.resolve("archive");
    }

    /** What the process that is killed does. */
    public static void main(String... arguments) {
        try (Archive archive = Archive.write(Path.of(arguments[0]), Office.from(Office.GRACE_OVER))) {
            System.out.println("done 0");
            new Expire(archive).run((done, total) -> System.out.println("done " + done));
        }
    }
}

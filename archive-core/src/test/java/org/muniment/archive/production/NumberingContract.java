package org.muniment.archive.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.production.ProductionDesk.LEE;
import static org.muniment.archive.production.ProductionDesk.NOON;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;

/** Builders on threads of their own: no number ever stands on two pages. */
abstract class NumberingContract {
    private static final int BUILDERS = 4;
    private static final int EACH = 12;

    private final ExecutorService threads = Executors.newFixedThreadPool(BUILDERS);

    @TempDir
    private Path folder;

    private ProductionDesk desk;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openDesk() {
        desk = ProductionDesk.open(open(folder), folder);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        desk.close();
    }

    @Test
    void ofTwoThatReserveAtOnceOneGetsTheNumberAndTheOtherIsTold() throws Exception {
        for (int round = 1; round <= 20; round++) {
            Production one = desk.draft("CUSD");
            Production two = desk.draft("CUSD");
            AtomicInteger refused = new AtomicInteger();
            CyclicBarrier start = new CyclicBarrier(2);
            Future<?> first = threads.submit(() -> reserveAtOnce(one, start, refused));
            Future<?> second = threads.submit(() -> reserveAtOnce(two, start, refused));
            first.get();
            second.get();
            assertThat(refused).as("round %d", round).hasValue(1);
            ProductionId holder = desk.productions().holder("CUSD").orElseThrow();
            desk.build(desk.productions().find(holder).orElseThrow(), 1);
            assertThat(desk.reserve(holder.equals(one.id()) ? two : one).number())
                    .isEqualTo(2L * round);
            desk.build(holder.equals(one.id()) ? two : one, 1);
        }
    }

    private Void reserveAtOnce(Production draft, CyclicBarrier start, AtomicInteger refused) throws Exception {
        start.await();
        try {
            desk.reserve(draft);
        } catch (ProductionRefused expected) {
            refused.incrementAndGet();
        }
        return null;
    }

    @Test
    void noNumberStandsOnTwoPagesWhoeverBuildsOrGivesUp() throws Exception {
        long seed = System.nanoTime();
        System.out.println("NumberingContract seed " + seed);
        List<Future<List<BatesRange>>> builders = new ArrayList<>();
        for (int builder = 0; builder < BUILDERS; builder++) {
            Random random = new Random(seed + builder);
            builders.add(threads.submit(() -> build(random)));
        }
        List<BatesRange> stamped = new ArrayList<>();
        for (Future<List<BatesRange>> builder : builders) {
            stamped.addAll(builder.get());
        }
        stamped.sort(Comparator.comparing(BatesRange::first));
        assertThat(stamped).as("seed %d", seed).hasSize(BUILDERS * EACH);
        for (int at = 1; at < stamped.size(); at++) {
            assertThat(stamped.get(at).first())
                    .as("seed %d", seed)
                    .isEqualTo(stamped.get(at - 1).last().plus(1));
        }
    }

    /** What a builder stamped: pages it built, and pages of builds that were given up. */
    private List<BatesRange> build(Random random) {
        List<BatesRange> stamped = new ArrayList<>();
        while (stamped.size() < EACH) {
            Production draft = desk.draft("CUSD");
            BatesNumber first = waitFor(draft);
            BatesRange pages = new BatesRange(first, first.plus(random.nextInt(50)));
            desk.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> desk.productions().stamping(draft.id(), pages.last()));
            if (random.nextInt(3) == 0) {
                desk.inTransaction(() -> desk.productions().abandon(draft.id(), LEE, "given up", NOON));
            } else {
                desk.build(draft, pages.pages());
            }
            stamped.add(pages);
        }
        return stamped;
    }

    private BatesNumber waitFor(Production draft) {
        while (true) {
            try {
                return desk.reserve(draft);
            } catch (ProductionRefused another) {
                Thread.onSpinWait();
            }
        }
    }
}

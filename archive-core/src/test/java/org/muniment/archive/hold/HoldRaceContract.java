package org.muniment.archive.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.hold.HoldDesk.DAY;
import static org.muniment.archive.hold.HoldDesk.EVERYTHING;
import static org.muniment.archive.hold.HoldDesk.LEE;
import static org.muniment.archive.hold.HoldDesk.NOON;
import static org.muniment.archive.hold.HoldDesk.ORTIZ;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;

/** Holds, releases and destruction on threads of their own: one of them always comes first. */
abstract class HoldRaceContract {
    private static final int ROUNDS = 40;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @TempDir
    private Path folder;

    private HoldDesk desk;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openDesk() {
        desk = HoldDesk.open(open(folder), folder);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        desk.catalogue().close();
    }

    @Test
    void holdsPlacedAtOnceAllBindUnderNumbersOfTheirOwn() throws Exception {
        String matter = desk.matter();
        List<Callable<HoldId>> placers = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            placers.add(() -> desk.place(EVERYTHING));
        }
        List<HoldId> placed = new ArrayList<>();
        for (Future<HoldId> one : threads.invokeAll(placers)) {
            placed.add(one.get());
        }
        assertThat(placed)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, ROUNDS)
                        .mapToObj(number -> new HoldId("H" + number))
                        .toList());
        assertThat(desk.holds().standing(DAY).holds())
                .hasSize(ROUNDS)
                .allMatch(hold -> hold.matter().equals(matter));
        assertThat(desk.holds().epoch()).isEqualTo(ROUNDS);
        assertThat(desk.events()).hasSize(ROUNDS);
    }

    /** The destroyer does what a purge does: lock, look whether anything is held, destroy, commit. */
    @Test
    void onceAPlacedHoldReturnsNothingMoreIsDestroyed() throws Exception {
        AtomicInteger destroyed = new AtomicInteger();
        AtomicInteger kept = new AtomicInteger();
        for (int round = 0; round < ROUNDS; round++) {
            CyclicBarrier start = new CyclicBarrier(2);
            AtomicInteger gone = new AtomicInteger();
            Future<?> purge = threads.submit(() -> {
                start.await();
                for (int i = 0; i < 4; i++) {
                    purgeOne(gone);
                }
                return null;
            });
            Future<Integer> placing = threads.submit(() -> {
                start.await();
                desk.place(EVERYTHING);
                return gone.get();
            });
            int whenPlaced = placing.get();
            purge.get();
            assertThat(gone).as("round %d", round).hasValue(whenPlaced);
            destroyed.addAndGet(gone.get());
            kept.addAndGet(4 - gone.get());
            releaseAll();
        }
        assertThat(destroyed).as("destroyed before a hold").hasPositiveValue();
        assertThat(kept).as("kept by a hold").hasPositiveValue();
    }

    private void purgeOne(AtomicInteger gone) {
        desk.change(() -> {
            desk.holds().lockEpoch();
            if (desk.holds().standingInTransaction(DAY.plusDays(2)).isEmpty()) {
                Thread.yield();
                gone.incrementAndGet();
            }
        });
    }

    private void releaseAll() {
        desk.holds().standing(DAY.plusDays(2)).holds().forEach(hold -> desk.release(hold.id(), 1));
    }

    @Test
    void ofTwoWhoApproveAReleaseOneIsRefused() throws Exception {
        for (int round = 0; round < ROUNDS / 4; round++) {
            HoldId hold = desk.place(EVERYTHING);
            desk.change(() -> desk.holds().requestRelease(hold, ORTIZ, "Settled", NOON));
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<LegalHold> approve = () -> {
                start.await();
                return desk.inTransaction(() -> desk.holds().approveRelease(hold, LEE, NOON, 30));
            };
            Future<LegalHold> one = threads.submit(approve);
            Future<LegalHold> other = threads.submit(approve);
            assertThat(failures(one) + failures(other)).isEqualTo(1);
            assertThat(desk.state(hold)).isInstanceOf(LegalHold.State.CoolingOff.class);
        }
    }

    private static int failures(Future<LegalHold> approval) throws InterruptedException {
        try {
            approval.get();
            return 0;
        } catch (ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(HoldRefused.class);
            return 1;
        }
    }
}

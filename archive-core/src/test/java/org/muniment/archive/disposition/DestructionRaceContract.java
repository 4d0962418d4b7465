package org.muniment.archive.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.disposition.RecordsOffice.LEE;
import static org.muniment.archive.disposition.RecordsOffice.START;
import static org.muniment.archive.disposition.RecordsOffice.on;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.store.InMemoryObjectStore;

/** A hold placed at any instant before destruction wins: the ledger tells which of the two came first. */
abstract class DestructionRaceContract {
    private static final int ITEMS = 20;
    private static final int OF_AN_OFFICE = 500;
    private static final LocalDate AFTER_GRACE = START.plusDays(30);

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final InMemoryObjectStore store = new InMemoryObjectStore();

    @TempDir
    private Path folder;

    private RecordsOffice office;
    /** What a destruction lately took: holds are placed at any moment of it. */
    private volatile long nanos = 2_000_000;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openFirst() throws IOException {
        open();
    }

    /** A new one: every hold is asked at each destruction, and each race leaves one. */
    private void open() throws IOException {
        Path fresh = Files.createTempDirectory(folder, "office");
        office = new RecordsOffice(open(fresh), store, fresh);
        office.adopt(SmallSchedule.yaml(90));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        office.close();
    }

    @Test
    @Tag("short")
    void aHoldPlacedAtAnyInstantBeforeDestructionWins() throws Exception {
        race(300);
    }

    @Test
    @Tag("slow")
    void inThousandsOfRacesAHoldPlacedBeforeDestructionWins() throws Exception {
        race(Integer.getInteger("muniment.races", 300));
    }

    private void race(int races) throws Exception {
        long seed = Long.getLong("muniment.seed", new Random().nextLong());
        System.out.println("Races of holds and destruction, seed " + seed);
        Random random = new Random(seed);
        int destroyed = 0;
        int run = 0;
        while (run < races) {
            if (run % OF_AN_OFFICE == 0 && run > 0) {
                office.close();
                open();
            }
            List<ItemId> items = collect(run);
            PlanId plan = cleared();
            for (int i = 0; i < items.size(); i++, run++) {
                destroyed += race(plan, run, (long) (random.nextDouble() * 1.5 * nanos)) ? 1 : 0;
            }
            assertThat(office.disposal.plans().counts(plan).open()).isZero();
        }
        System.out.println(
                races + " races: the hold came first in " + (run - destroyed) + ", destruction in " + destroyed);
        assertThat(destroyed).isBetween(1, run - 1);
    }

    private List<ItemId> collect(int from) {
        List<ItemId> items = new ArrayList<>();
        for (int i = from; i < from + ITEMS; i++) {
            items.add(office.collect("lunch", word(i), START.minusYears(1), "ann@district.example"));
        }
        return items;
    }

    private static String word(int number) {
        return "w" + number + "x";
    }

    /** Approved, condemned, its grace over, and past the breaker. */
    private PlanId cleared() {
        PlanId plan = office.condemned(START);
        Step stopped = office.disposal.destruction().destroy(plan, 1, on(AFTER_GRACE));
        assertThat(stopped).isInstanceOf(Step.Stopped.class);
        office.change(() -> office.disposal.trips().override(plan.value(), LEE, "a race", on(AFTER_GRACE)));
        return plan;
    }

    /** One hold against the destruction of one item; whether it was destroyed. */
    private boolean race(PlanId plan, int number, long headStart) throws Exception {
        PlanLine line = new LineRows(office.premises.reading())
                .toDo(office.disposal.plans().find(plan).orElseThrow(), 1)
                .getFirst();
        String word = word(wordOf(line.item()));
        CyclicBarrier start = new CyclicBarrier(2);
        Future<?> holding = threads.submit(() -> {
            start.await();
            LockSupport.parkNanos(headStart);
            office.hold(HoldKind.LITIGATION, office.scope(word), AFTER_GRACE);
            return null;
        });
        Future<Step> destroying = threads.submit(() -> {
            start.await();
            long began = System.nanoTime();
            Step step = office.disposal.destruction().destroy(plan, 1, on(AFTER_GRACE));
            nanos = (nanos * 9 + System.nanoTime() - began) / 10;
            return step;
        });
        holding.get();
        Batch batch = (Batch) destroying.get();
        boolean alive = office.isThere(line.item());
        assertThat(store.contains(line.object()))
                .as("object of race %d", number)
                .isEqualTo(alive);
        if (alive) {
            assertThat(batch.withdrawn()).extracting(Refused::item).containsExactly(line.item());
        } else {
            assertThat(batch.destroyed()).containsExactly(line.item());
            assertDestroyedFirst(line.item());
        }
        return !alive;
    }

    private int wordOf(ItemId item) {
        String body = office.document(item).reading().text().body();
        return Integer.parseInt(body.strip().replaceAll("\\D", ""));
    }

    /** The last two entries are the item's end and then the hold, in this order. */
    private void assertDestroyedFirst(ItemId item) {
        List<Entry> last = office.ledger.entries(office.ledger.size() - 2, 2);
        assertThat(last.getFirst().event())
                .isInstanceOfSatisfying(
                        CustodyEvent.Destroyed.class,
                        event -> assertThat(event.item()).isEqualTo(item.value()));
        assertThat(last.getLast().event()).isInstanceOf(CustodyEvent.HoldPlaced.class);
    }
}

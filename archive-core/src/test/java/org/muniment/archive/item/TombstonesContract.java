package org.muniment.archive.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.muniment.archive.item.SampleItems.NOON;
import static org.muniment.archive.item.SampleItems.arrival;
import static org.muniment.archive.item.SampleItems.item;
import static org.muniment.archive.item.SampleItems.threaded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.Recorded.Outcome;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the register of items promises of destroyed items, on every database. */
abstract class TombstonesContract {
    private Catalogue catalogue;
    private Items items;
    private JdbcTemplate sql;

    abstract Catalogue open();

    @BeforeEach
    void openCatalogue() throws IOException {
        catalogue = open();
        LedgerKey key =
                LedgerKey.open(Files.createTempDirectory("tombstones").resolve("ledger.key"), "district.example/test");
        items = new Items(
                catalogue.writer(), catalogue.reader(), new Ledger(catalogue.writer(), catalogue.reader(), key));
        sql = new JdbcTemplate(catalogue.reader());
    }

    @AfterEach
    void closeCatalogue() {
        catalogue.close();
    }

    private List<Outcome> record(Item... some) {
        return catalogue
                .transactions()
                .execute(status -> items.record(
                                Stream.of(some).map(one -> arrival(one, "1")).toList())
                        .outcomes());
    }

    private List<Tombstone> destroy(String plan, Item... some) {
        return catalogue
                .transactions()
                .execute(status -> items.destroy(
                        Stream.of(some).map(one -> ending(plan, one)).toList()));
    }

    private static Ending ending(String plan, Item item) {
        return new Ending(item.id(), item.digest(), item.size(), "R40", plan, NOON.plusNanos(999));
    }

    private int rows(String table) {
        Integer rows = sql.queryForObject("select count(*) from " + table, Integer.class);
        return rows == null ? 0 : rows;
    }

    @Test
    void aDestroyedItemLeavesOnlyItsTombstone() {
        Item gone = item("lunch");
        Item kept = item("minutes");
        record(gone, kept);
        long before = items.latestRevision();
        List<Tombstone> stones = destroy("P1", gone);
        assertThat(stones)
                .containsExactly(new Tombstone(gone.id(), gone.digest(), gone.size(), "R40", "P1", NOON, before + 1));
        assertThat(items.tombstones(List.of(gone.id(), kept.id()))).isEqualTo(stones);
        assertThat(items.find(gone.id())).isEmpty();
        assertThat(items.collections(gone.id())).isEmpty();
        assertThat(items.find(kept.id())).isPresent();
        assertThat(items.collections(kept.id())).hasSize(1);
        assertThat(items.holdings().items()).isEqualTo(1);
    }

    @Test
    void theSameBytesMayBeCollectedAgainAndDestroyedAgain() {
        Item item = item("lunch");
        record(item);
        destroy("P1", item);
        assertThat(record(item)).containsExactly(Outcome.STORED);
        assertThat(items.find(item.id())).isPresent();
        assertThat(items.tombstones(List.of(item.id())))
                .extracting(Tombstone::plan)
                .containsExactly("P1");
        destroy("P2", item);
        assertThat(items.tombstones(List.of(item.id())))
                .extracting(Tombstone::plan)
                .containsExactly("P1", "P2");
    }

    @Test
    void tombstonesFollowInTheOrderOfTheirRevisions() {
        Item one = item("one");
        Item two = item("two");
        Item three = item("three");
        record(one, two, three);
        destroy("P1", two, one);
        destroy("P2", three);
        assertThat(items.destroyedAfter(0, 9))
                .extracting(Tombstone::item)
                .containsExactly(two.id(), one.id(), three.id());
        assertThat(items.destroyedAfter(0, 9)).extracting(Tombstone::revision).containsExactly(4L, 5L, 6L);
        assertThat(items.destroyedAfter(4, 1)).extracting(Tombstone::item).containsExactly(one.id());
        assertThat(items.latestRevision()).isEqualTo(6);
        record(one);
        assertThat(items.changesAfter(6, 9))
                .extracting(RegisteredItem::revision)
                .containsExactly(7L);
    }

    @Test
    void whatIsNotRegisteredAsSaidIsNotDestroyedNorIsAnythingBesideIt() {
        Item item = item("lunch");
        record(item);
        Item unknown = item("unknown");
        assertThatIllegalStateException().isThrownBy(() -> destroy("P1", item, unknown));
        assertThatIllegalStateException().isThrownBy(() -> destroy("P1", item, item));
        Ending other = new Ending(item.id(), Digest.of(new byte[1]), item.size(), "R40", "P1", NOON);
        assertThatIllegalStateException()
                .isThrownBy(() -> catalogue.transactions().execute(status -> items.destroy(List.of(other))));
        assertThatIllegalStateException().isThrownBy(() -> items.destroy(List.of(ending("P1", item))));
        assertThat(items.find(item.id())).isPresent();
        assertThat(items.destroyedAfter(0, 9)).isEmpty();
    }

    @Test
    void keysOfAConversationGoWithItsLastItem() {
        Item question = threaded("q@x");
        Item answer = threaded("a@x", "q@x");
        Item other = threaded("o@x");
        record(question, answer, other);
        int keys = rows("thread_key");
        destroy("P1", question);
        assertThat(rows("thread_key")).isEqualTo(keys);
        destroy("P1", answer);
        assertThat(rows("thread_key")).isEqualTo(keys - 2);
        assertThat(record(threaded("n@x", "o@x"))).containsExactly(Outcome.STORED);
        assertThat(items.thread(items.find(other.id()).orElseThrow().thread(), 9))
                .hasSize(2);
    }

    @Test
    void anItemCollectedAgainIsNotUnchanged() {
        Item same = item("same");
        Item again = item("again");
        record(same, again);
        Map<ItemId, Long> seen =
                Map.of(same.id(), 1L, again.id(), 2L, item("never").id(), 3L);
        assertThat(unchanged(seen)).containsExactlyInAnyOrder(same.id(), again.id());
        catalogue.transactions().execute(status -> items.record(List.of(arrival(again, "elsewhere"))));
        assertThat(unchanged(seen)).containsExactly(same.id());
        assertThatIllegalStateException().isThrownBy(() -> items.unchanged(seen));
    }

    private Set<ItemId> unchanged(Map<ItemId, Long> seen) {
        return catalogue.transactions().execute(status -> items.unchanged(seen));
    }

    @Test
    void whoHasSeenAnItemUnchangedHasItToHimselfUntilTheTransactionEnds() throws Exception {
        Item item = item("lunch");
        record(item);
        CountDownLatch seen = new CountDownLatch(1);
        CompletableFuture<Void> destroying =
                CompletableFuture.runAsync(() -> catalogue.transactions().executeWithoutResult(status -> {
                    items.unchanged(Map.of(item.id(), 1L));
                    seen.countDown();
                    pause();
                    items.destroy(List.of(ending("P1", item)));
                }));
        assertThat(seen.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(record(item)).as("collected when it was gone").containsExactly(Outcome.STORED);
        destroying.get(10, TimeUnit.SECONDS);
        assertThat(items.tombstones(List.of(item.id()))).hasSize(1);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Test
    void destroyingThatIsRolledBackDestroysNothing() {
        Item item = item("lunch");
        record(item);
        catalogue.transactions().executeWithoutResult(status -> {
            items.destroy(List.of(ending("P1", item)));
            status.setRollbackOnly();
        });
        assertThat(items.find(item.id())).isPresent();
        assertThat(items.collections(item.id())).hasSize(1);
        assertThat(items.destroyedAfter(0, 9)).isEmpty();
        assertThat(items.latestRevision()).isEqualTo(1);
    }
}

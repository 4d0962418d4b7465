package org.muniment.archive.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.archive.item.SampleItems.CLERK;
import static org.muniment.archive.item.SampleItems.NOON;
import static org.muniment.archive.item.SampleItems.arrival;
import static org.muniment.archive.item.SampleItems.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muniment.archive.item.Recorded.Outcome;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the register of items promises on every database. */
abstract class ItemsContract extends RegisterContract {
    @Test
    void anItemIsFoundAsItWasRecorded() {
        Item item = item("minutes");
        assertThat(record(List.of(arrival(item, "1"))).outcomes()).containsExactly(Outcome.STORED);
        assertThat(items.find(item.id()).orElseThrow().item()).isEqualTo(item);
        assertThat(items.collections(item.id()))
                .containsExactly(arrival(item, "1").collection());
        assertThat(items.find(item("other").id())).isEmpty();
    }

    @Test
    void theSameBytesFromAnotherPlaceAreASecondCollectionOfTheOneItem() {
        Item item = item("minutes");
        Custodian board = new Custodian("board@district.example");
        record(List.of(arrival(item, "1")));
        assertThat(record(List.of(arrival(item, "1"), arrival(item, board, "1", "run-2")))
                        .outcomes())
                .containsExactly(Outcome.KNOWN, Outcome.COLLECTED_AGAIN);
        assertThat(items.collections(item.id()))
                .extracting(Collection::custodian)
                .containsExactly(board, CLERK);
        assertThat(items.holdings().items()).isEqualTo(1);
        assertThat(items.holdings().collections()).isEqualTo(2);
    }

    @Test
    void aCustodiansItemsComePageByPage() {
        Custodian board = new Custodian("board@district.example");
        List<Item> all = List.of(item("one"), item("two"), item("three"));
        all.forEach(item -> record(List.of(arrival(item, board, "1", "run-1"), arrival(item, board, "2", "run-1"))));
        record(List.of(arrival(item("other"), "1")));
        List<ItemId> ids = all.stream().map(Item::id).sorted().toList();
        assertThat(items.of(board, null, 2)).isEqualTo(ids.subList(0, 2));
        assertThat(items.of(board, ids.get(1), 2)).isEqualTo(ids.subList(2, 3));
        assertThat(items.of(board, ids.get(2), 2)).isEmpty();
    }

    @Test
    void copiesWithinOneBatchAreToldApart() {
        Item item = item("minutes");
        assertThat(record(List.of(arrival(item, "1"), arrival(item, "2"), arrival(item, "2")))
                        .outcomes())
                .containsExactly(Outcome.STORED, Outcome.COLLECTED_AGAIN, Outcome.KNOWN);
        assertThat(items.changesAfter(0, 10)).hasSize(1);
        assertThat(ledger.names()).containsExactly("Collected", "CollectedAgain");
    }

    @Test
    void whatIsKnownFromThisPlaceWritesNothing() {
        Item item = item("minutes");
        record(List.of(arrival(item, "1")));
        long revision = items.latestRevision();
        int noted = ledger.names().size();
        record(List.of(arrival(item, CLERK, "1", "run-2")));
        assertThat(items.latestRevision()).isEqualTo(revision);
        assertThat(ledger.names()).hasSize(noted);
        assertThat(items.collections(item.id())).extracting(Collection::run).containsExactly("run-1");
    }

    @Test
    void otherBytesAtAKnownPlaceAreTakenIn() {
        record(List.of(arrival(item("before"), "1")));
        assertThat(record(List.of(arrival(item("after"), "1"))).outcomes()).containsExactly(Outcome.STORED);
        assertThat(items.holdings().collections()).isEqualTo(2);
    }

    @Test
    void everyChangeHasItsOwnLaterRevision() {
        Item first = item("first");
        Item second = item("second");
        record(List.of(arrival(first, "1"), arrival(second, "2")));
        List<RegisteredItem> before = items.changesAfter(0, 10);
        assertThat(before).extracting(one -> one.item().id()).containsExactly(first.id(), second.id());
        Recorded again = record(List.of(arrival(first, "3")));
        assertThat(items.changesAfter(before.getLast().revision(), 10))
                .extracting(one -> one.item().id())
                .containsExactly(first.id());
        assertThat(items.latestRevision()).isEqualTo(again.revision());
        assertThat(items.changesAfter(0, 1)).extracting(one -> one.item().id()).containsExactly(second.id());
        assertThat(items.all().map(one -> one.item().id())).containsExactly(second.id(), first.id());
    }

    @Test
    void twoObjectsWithOneIdAreRefusedAndNothingOfTheBatchIsKept() {
        Item item = item("minutes");
        record(List.of(arrival(item, "1")));
        JdbcClient.create(catalogue.writer())
                .sql("update item set digest = ?")
                .param(item.id() + "0".repeat(40))
                .update();
        assertThatThrownBy(() -> record(List.of(arrival(item("new"), "2"), arrival(item, "3"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(item.id().value());
        assertThat(items.find(item("new").id())).isEmpty();
    }

    @Test
    void outsideATransactionNothingIsRecorded() {
        assertThatThrownBy(() -> items.record(List.of(arrival(item("minutes"), "1"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLedgerHasTheDigestsOfTheRowsUntilARowIsChanged() {
        Item item = item("minutes");
        record(List.of(arrival(item, "1")));
        CustodyEvent.Collected noted = (CustodyEvent.Collected) ledger.events().getFirst();
        Register before = registers(item).getFirst();
        assertThat(before.register().hex()).isEqualTo(noted.register());
        assertThat(before.collections()).extracting(Digest::hex).containsExactly(noted.collection());
        for (String change : List.of(
                "update item set subject = subject || '.'",
                "update item set received = coalesce(received, 0) + 1",
                "update item set people = '{}'",
                "update item set extent = 'PARTLY'")) {
            Digest was = registers(item).getFirst().register();
            JdbcClient.create(catalogue.writer()).sql(change).update();
            assertThat(registers(item).getFirst().register()).as(change).isNotEqualTo(was);
        }
        JdbcClient.create(catalogue.writer())
                .sql("update collection set folder = 'trash'")
                .update();
        assertThat(registers(item).getFirst().collections()).isNotEqualTo(before.collections());
    }

    @Test
    void registersComeInTheOrderOfIdsAndMayBeSkipped() {
        record(IntStream.range(0, 30)
                .mapToObj(at -> arrival(item("word-" + at), "place"))
                .toList());
        Registers registers = new Registers(catalogue.reader());
        List<String> ids = registers.ids().toList();
        assertThat(ids).hasSize(30).isSorted();
        assertThat(registers.count()).isEqualTo(30);
        assertThat(registers.idsAfter(ids.get(3), 2, 5)).isEqualTo(ids.subList(6, 11));
        assertThat(registers.known(List.of(ids.get(3), "none"))).containsExactly(ids.get(3));
        assertThat(registers.unchangedSince(10, ids)).hasSize(10);
    }

    @Test
    void absurdHeadersBreakNoKeyAndNoColumn() {
        String[] references = IntStream.range(0, 100_000)
                .mapToObj(at -> "ref-" + at + "x".repeat(100))
                .toArray(String[]::new);
        Item item = item(
                "absurd",
                new Threading("i".repeat(1 << 20), List.of(), List.of(references), ""),
                "nul \0 and half a pair \ud83d and " + "s".repeat(1 << 20),
                Instant.MAX);
        record(List.of(arrival(item, "p".repeat(100_000))));
        RegisteredItem found = items.find(item.id()).orElseThrow();
        assertThat(found.item().subject()).hasSize(998).startsWith("nul \ufffd and half a pair \ufffd and sss");
        assertThat(found.item().threading().references()).hasSize(100);
        assertThat(found.item().dates().received()).isEqualTo(Instant.ofEpochMilli(Long.MAX_VALUE));
        assertThat(registers(item).getFirst().threads()).containsExactly(found.thread());
        assertThat(registers(item).getFirst().register().hex())
                .isEqualTo(((CustodyEvent.Collected) ledger.events().getFirst()).register());
        assertThat(JdbcClient.create(catalogue.reader())
                        .sql("select count(*) from thread_key")
                        .query(Long.class)
                        .single())
                .isLessThanOrEqualTo(Threads.MOST);
    }

    @Test
    void anIdIsFoundByItsFirstDigits() {
        Item item = item("minutes");
        record(List.of(arrival(item, "1"), arrival(item("agenda"), "2")));
        assertThat(items.findByPrefix(item.id().value().substring(0, 10).toUpperCase(java.util.Locale.ROOT)))
                .containsExactly(item.id());
        assertThat(items.findByPrefix(item.digest().hex())).containsExactly(item.id());
        assertThat(items.findByPrefix(item.id() + "000000")).isEmpty();
        assertThat(items.findByPrefix("xyz")).isEmpty();
        assertThat(items.findByPrefix("%")).isEmpty();
    }

    @Test
    void exceptionsAreListedWithTheirReasons() {
        Item read = item("read");
        Item base = item("locked");
        Item locked = new Item(
                base.id(),
                base.digest(),
                base.size(),
                base.kind(),
                base.dates(),
                base.people(),
                base.subject(),
                base.threading(),
                base.attachments(),
                new Coverage(Coverage.Extent.NOT, List.of(new Coverage.Gap("body", "encrypted"))),
                base.duplicateGroup());
        record(List.of(
                arrival(read, "1"),
                new Arrival(new Unreadable(locked), arrival(base, "2").collection())));
        assertThat(items.exceptions(0, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.item().coverage().gaps())
                        .containsExactly(new Coverage.Gap("body", "encrypted")));
        Holdings holdings = items.holdings();
        assertThat(holdings.exceptions()).isEqualTo(1);
        assertThat(holdings.bytes()).isEqualTo(read.size() + locked.size());
        assertThat(holdings.shares()).containsExactly(new Holdings.Share(CLERK, Kind.EMAIL, 2));
        assertThat(holdings.duplicateGroups()).isEqualTo(2);
    }

    @Test
    void concurrentWritersNeverShareARevisionNorLoseAnItem() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(6)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 6; writer++) {
                int own = writer;
                writers.add(pool.submit(() -> {
                    go.await();
                    for (int batch = 0; batch < 5; batch++) {
                        List<Arrival> arrivals = new ArrayList<>();
                        for (int at = 0; at < 20; at++) {
                            arrivals.add(arrival(item("shared-" + (batch * 20 + at)), "place-" + own));
                        }
                        record(arrivals);
                    }
                    return null;
                }));
            }
            go.countDown();
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(items.holdings().items()).isEqualTo(100);
        assertThat(items.holdings().collections()).isEqualTo(600);
        assertThat(items.all().map(RegisteredItem::revision)).doesNotHaveDuplicates();
        assertThat(ledger.names().stream().filter("Collected"::equals)).hasSize(100);
        assertThat(ledger.names()).hasSize(600);
    }

    @Test
    void aRunCountsNamesItsRejectionsAndReconciles() {
        Runs runs = new Runs(catalogue.writer(), catalogue.reader(), ledger.ledger());
        assertThat(runs.counted()).isEqualTo(Tally.NONE);
        Run run =
                new Run("r1", "/mail", "clerk", "EML", Run.State.OPEN, NOON, null, java.time.Duration.ZERO, Tally.NONE);
        catalogue.transactions().executeWithoutResult(status -> {
            runs.begin(run);
            runs.add("r1", new Tally(5, 2, 1, 1, 1, 99), java.time.Duration.ofMillis(7));
            runs.reject(run, List.of(new Rejection("a/b", "not readable")), NOON);
        });
        assertThat(runs.open("/mail", "clerk", "EML").orElseThrow().tally().read())
                .isEqualTo(5);
        assertThat(runs.open("/mail", "clerk", "MBOX")).isEmpty();
        assertThat(runs.counted()).isEqualTo(new Tally(5, 2, 1, 1, 1, 99));
        assertThat(runs.latest("r2", 9)).extracting(Run::id).containsExactly("r1");
        assertThat(runs.latest("r1", 9)).isEmpty();
        Run ended = catalogue.transactions().execute(status -> runs.end("r1", NOON));
        assertThat(ended).isNotNull();
        assertThat(ended.state()).isEqualTo(Run.State.RECONCILED);
        assertThat(runs.open("/mail", "clerk", "EML")).isEmpty();
        assertThat(runs.rejections("r1", 0, 10)).containsExactly(new Rejection("a/b", "not readable"));
        assertThat(ledger.names()).containsExactly("Rejected", "Reconciled");
    }

    @Test
    void aRunWhoseSumDoesNotHoldIsNotReconciled() {
        Runs runs = new Runs(catalogue.writer(), catalogue.reader(), ledger.ledger());
        Run ended = catalogue.transactions().execute(status -> {
            runs.begin(new Run(
                    "r1", "/mail", "clerk", "EML", Run.State.OPEN, NOON, null, java.time.Duration.ZERO, Tally.NONE));
            runs.add("r1", new Tally(5, 2, 0, 0, 0, 99), java.time.Duration.ZERO);
            return runs.end("r1", NOON);
        });
        assertThat(ended).isNotNull();
        assertThat(ended.state()).isEqualTo(Run.State.UNRECONCILED);
        assertThat(ledger.names()).isEmpty();
    }
}

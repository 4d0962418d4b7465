package org.muniment.archive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a ledger does in every catalogue. */
interface LedgerContract {
    Catalogue catalogue(Path folder);

    private OpenLedger open(Path folder) {
        return OpenLedger.in(catalogue(folder), folder);
    }

    @Test
    default void aNewLedgerIsEmptyAndClean(@TempDir Path folder) {
        try (OpenLedger open = open(folder)) {
            assertThat(open.ledger().size()).isZero();
            assertThat(open.ledger().latestCheckpoint()).isEmpty();
            assertThat(open.ledger().entries(0, 10)).isEmpty();
            assertThat(open.findings()).isEmpty();
            assertThat(open.ledger().checkpoint().root()).isEqualTo(MerkleTree.EMPTY);
            assertThat(open.findings()).isEmpty();
        }
    }

    @Test
    default void entriesAreReadBackInOrderFromTheIndexThatWasGiven(@TempDir Path folder) {
        try (OpenLedger open = open(folder)) {
            assertThat(open.append(OpenLedger.events(1, 0, 3))).isZero();
            assertThat(open.append(OpenLedger.events(2, 0, 500))).isEqualTo(3);
            assertThat(open.append(OpenLedger.events(3, 0, 1))).isEqualTo(503);
            assertThat(open.ledger().size()).isEqualTo(504);
            List<Entry> page = open.ledger().entries(2, 3);
            assertThat(page).extracting(Entry::index).containsExactly(2L, 3L, 4L);
            assertThat(page)
                    .extracting(Entry::event)
                    .containsExactly(OpenLedger.event(1, 2), OpenLedger.event(2, 0), OpenLedger.event(2, 1));
            assertThat(open.ledger().entries(503, 10)).extracting(Entry::event).containsExactly(OpenLedger.event(3, 0));
        }
    }

    @Test
    default void theHistoryOfAnItemAndOfARunIsFound(@TempDir Path folder) {
        try (OpenLedger open = open(folder)) {
            CustodyEvent.Collected first = (CustodyEvent.Collected) OpenLedger.event(1, 7);
            CustodyEvent again = new CustodyEvent.CollectedAgain(first.at(), first.item(), "cc", "run-2");
            CustodyEvent end = new CustodyEvent.Reconciled(first.at(), "run-2", 1, 0, 1, 0, 0, 9);
            open.append(OpenLedger.events(1, 0, 10));
            open.append(List.of(again, end));
            assertThat(open.ledger().entriesFor(first.item()))
                    .extracting(Entry::event)
                    .containsExactly(first, again);
            assertThat(open.ledger().entriesFor("run-2"))
                    .extracting(Entry::event)
                    .containsExactly(end);
            assertThat(open.ledger().entriesFor("nothing")).isEmpty();
        }
    }

    @Test
    default void nothingIsAppendedOutsideATransaction(@TempDir Path folder) {
        try (OpenLedger open = open(folder);
                OpenLedger other = OpenLedger.in(catalogue(folder), folder)) {
            assertThatThrownBy(() -> open.ledger().append(OpenLedger.events(1, 0, 1)))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> other.catalogue()
                            .transactions()
                            .execute(status -> open.ledger().append(OpenLedger.events(1, 0, 1))))
                    .as("in the transaction of another catalogue")
                    .isInstanceOf(IllegalStateException.class);
            assertThat(open.ledger().size()).isZero();
        }
    }

    @Test
    default void whatIsRolledBackLeavesNoTrace(@TempDir Path folder) {
        try (OpenLedger open = open(folder)) {
            open.append(OpenLedger.events(1, 0, 300));
            open.catalogue().transactions().executeWithoutResult(status -> {
                open.ledger().append(OpenLedger.events(2, 0, 300));
                status.setRollbackOnly();
            });
            assertThat(open.ledger().size()).isEqualTo(300);
            assertThat(open.append(OpenLedger.events(3, 0, 1))).isEqualTo(300);
            assertThat(open.findings()).isEmpty();
        }
    }

    @Test
    default void severalAppendsInOneTransactionFollowOneAnother(@TempDir Path folder) {
        try (OpenLedger open = open(folder)) {
            open.catalogue().transactions().executeWithoutResult(status -> {
                assertThat(open.ledger().append(OpenLedger.events(1, 0, 255))).isZero();
                assertThat(open.ledger().append(OpenLedger.events(1, 255, 2))).isEqualTo(255);
            });
            assertThat(open.ledger().size()).isEqualTo(257);
            assertThat(open.findings()).isEmpty();
        }
    }

    @Test
    default void nothingAndEntriesTooLargeAreRefused(@TempDir Path folder) {
        try (OpenLedger open = open(folder)) {
            CustodyEvent large =
                    new CustodyEvent.ArchiveCreated(OpenLedger.event(1, 1).at(), "x".repeat(Ledger.LARGEST_ENTRY));
            assertThatThrownBy(() -> open.append(List.of())).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> open.append(List.of(large))).isInstanceOf(IllegalArgumentException.class);
            assertThat(open.findings()).isEmpty();
        }
    }

    @Test
    default void theRootIsThatOfTheDefinitionAtEverySize(@TempDir Path folder) {
        try (OpenLedger open = open(folder)) {
            Random random = new Random(7);
            int size = 0;
            while (size < 1400) {
                int more = 1 + random.nextInt(300);
                open.append(OpenLedger.events(1, size, more));
                size += more;
                List<Hash> leaves = open.ledger().entries(0, size).stream()
                        .map(entry -> MerkleTree.leaf(entry.bytes()))
                        .toList();
                assertThat(open.ledger().checkpoint().root()).isEqualTo(Trees.naiveRoot(leaves));
            }
            assertThat(open.findings()).isEmpty();
        }
    }

    @Test
    default void checkpointsAreSignedKeptAndTheSameForTheSameLog(@TempDir Path folder) {
        try (OpenLedger open = open(folder)) {
            open.append(OpenLedger.events(1, 0, 5));
            Checkpoint five = open.ledger().checkpoint();
            assertThat(open.ledger().checkpoint()).isEqualTo(five);
            open.append(OpenLedger.events(1, 5, 5));
            Checkpoint ten = open.ledger().checkpoint();
            assertThat(open.ledger().checkpoints()).containsExactly(five, ten);
            assertThat(open.ledger().latestCheckpoint()).contains(ten);
            assertThat(ten.size()).isEqualTo(10);
            assertThat(ten.isSignedBy(open.ledger().publicKey())).isTrue();
            assertThat(Checkpoint.parse(ten.toString())).isEqualTo(ten);
        }
    }

    @Test
    default void whatIsNotCommittedIsNotSigned(@TempDir Path folder) {
        try (OpenLedger open = open(folder)) {
            assertThatThrownBy(() -> open.catalogue().transactions().executeWithoutResult(status -> {
                        open.ledger().append(OpenLedger.events(1, 0, 5));
                        open.ledger().checkpoint();
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    default void aNewKeyDoesNotSilentlyTakeOverALog(@TempDir Path folder, @TempDir Path other) {
        try (OpenLedger open = open(folder)) {
            open.append(OpenLedger.events(1, 0, 5));
            open.ledger().checkpoint();
            OpenLedger withAnotherKey = OpenLedger.in(open.catalogue(), other);
            assertThatThrownBy(() -> withAnotherKey.ledger().checkpoint()).isInstanceOf(LedgerCorrupt.class);
        }
    }

    @Test
    default void aLogThatDoesNotExtendWhatWasSignedIsNotSigned(@TempDir Path folder) {
        try (OpenLedger open = open(folder);
                OpenLedger other = OpenLedger.in(catalogue(folder), folder)) {
            open.append(OpenLedger.events(1, 0, 5));
            other.append(OpenLedger.events(2, 0, 4));
            new Checkpoints(other.catalogue().writer(), other.catalogue().reader())
                    .keep(open.ledger().checkpoint());
            assertThatThrownBy(() -> other.ledger().checkpoint()).isInstanceOf(LedgerCorrupt.class);
            other.append(OpenLedger.events(2, 4, 2));
            assertThatThrownBy(() -> other.ledger().checkpoint()).isInstanceOf(LedgerCorrupt.class);
        }
    }

    @Test
    default void everyEntryIsProvenByItsFileAndThePublicKeyAlone(@TempDir Path folder) {
        try (OpenLedger open = open(folder)) {
            open.append(OpenLedger.events(1, 0, 520));
            VerifierKey key = VerifierKey.parse(open.ledger().publicKey().toString());
            List<Entry> entries = open.ledger().entries(0, 520);
            for (int i = 0; i < 520; i += 13) {
                Proof proof = Proof.parse(open.ledger().prove(i).toString());
                assertThat(proof.verify(entries.get(i), key)).isInstanceOf(Proof.Verdict.Proven.class);
                assertThat(proof.verify(entries.get((i + 1) % 520), key)).isInstanceOf(Proof.Verdict.Refused.class);
            }
            assertThatThrownBy(() -> open.ledger().prove(520)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    default void aProofOfAnEntryAfterTheLastCheckpointComesWithANewOne(@TempDir Path folder) {
        try (OpenLedger open = open(folder)) {
            open.append(OpenLedger.events(1, 0, 5));
            open.ledger().checkpoint();
            open.append(OpenLedger.events(1, 5, 5));
            assertThat(open.ledger().prove(4).checkpoint().size()).isEqualTo(5);
            assertThat(open.ledger().prove(5).checkpoint().size()).isEqualTo(10);
        }
    }

    @Test
    default void eightWritersAtOnceLeaveOneCleanLog(@TempDir Path folder)
            throws InterruptedException, ExecutionException {
        try (OpenLedger open = open(folder);
                var threads = Executors.newFixedThreadPool(9)) {
            Future<?> reader = threads.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    open.ledger().checkpoint();
                    assertThat(open.findings()).isEmpty();
                }
                return true;
            });
            List<Future<Map<Long, CustodyEvent>>> writers = IntStream.range(0, 8)
                    .mapToObj(writer -> threads.submit(() -> write(open, writer)))
                    .toList();
            Map<Long, CustodyEvent> written = new HashMap<>();
            for (Future<Map<Long, CustodyEvent>> writer : writers) {
                written.putAll(writer.get());
            }
            reader.get();
            assertThat(open.ledger().size()).isEqualTo(written.size());
            assertThat(open.ledger().entries(0, written.size()))
                    .allSatisfy(entry -> assertThat(entry.event()).isEqualTo(written.get(entry.index())));
            assertThat(open.findings()).isEmpty();
        }
    }

    private static Map<Long, CustodyEvent> write(OpenLedger open, int writer) {
        Map<Long, CustodyEvent> written = new HashMap<>();
        Random random = new Random(writer);
        int number = 0;
        for (int round = 0; round < 25; round++) {
            List<CustodyEvent> events = OpenLedger.events(writer, number, 1 + random.nextInt(40));
            long first = open.append(events);
            for (int i = 0; i < events.size(); i++) {
                written.put(first + i, events.get(i));
            }
            number += events.size();
        }
        return written;
    }

    @Test
    default void entriesCutOffAreFoundByACheckpointKeptElsewhere(@TempDir Path folder) {
        try (OpenLedger open = open(folder);
                OpenLedger shorter = OpenLedger.in(catalogue(folder), folder)) {
            open.append(OpenLedger.events(1, 0, 300));
            Checkpoint kept = open.ledger().checkpoint();
            shorter.append(OpenLedger.events(1, 0, 290));
            shorter.ledger().checkpoint();
            assertThat(shorter.findings()).isEmpty();
            for (Sample sample : List.of(new Sample.Everything(), new Sample.Some(10, new Random(1)))) {
                assertThat(shorter.check()
                                .check(sample, List.of(kept), checked -> {})
                                .findings())
                        .extracting(Finding::where)
                        .containsExactly("checkpoint 300 kept elsewhere");
            }
        }
    }

    @Test
    default void aRewrittenPastIsFoundByACheckpointKeptElsewhere(@TempDir Path folder) {
        try (OpenLedger open = open(folder);
                OpenLedger rewritten = OpenLedger.in(catalogue(folder), folder)) {
            open.append(OpenLedger.events(1, 0, 300));
            Checkpoint kept = open.ledger().checkpoint();
            rewritten.append(OpenLedger.events(1, 0, 100));
            rewritten.append(OpenLedger.events(2, 100, 300));
            assertThat(rewritten.findings()).as("without it").isEmpty();
            for (Sample sample : List.of(new Sample.Everything(), new Sample.Some(10, new Random(1)))) {
                assertThat(rewritten
                                .check()
                                .check(sample, List.of(kept), checked -> {})
                                .findings())
                        .extracting(Finding::where)
                        .containsExactly("checkpoint 300 kept elsewhere");
            }
        }
    }

    @Test
    default void aRewrittenPastIsFoundByTheCheckpointsInTheCatalogue(@TempDir Path folder) {
        try (OpenLedger open = open(folder);
                OpenLedger rewritten = OpenLedger.in(catalogue(folder), folder)) {
            open.append(OpenLedger.events(1, 0, 300));
            rewritten.append(OpenLedger.events(2, 0, 400));
            new Checkpoints(
                            rewritten.catalogue().writer(),
                            rewritten.catalogue().reader())
                    .keep(open.ledger().checkpoint());
            for (Sample sample : List.of(new Sample.Everything(), new Sample.Some(10, new Random(1)))) {
                assertThat(rewritten.check().check(sample).findings())
                        .extracting(Finding::where)
                        .containsExactly("checkpoint 300");
            }
        }
    }

    @Test
    default void aStrangersCheckpointKeptElsewhereIsNamed(@TempDir Path folder, @TempDir Path other) {
        try (OpenLedger open = open(folder);
                OpenLedger stranger = open(other)) {
            open.append(OpenLedger.events(1, 0, 10));
            stranger.append(OpenLedger.events(1, 0, 10));
            Checkpoint foreign = stranger.ledger().checkpoint();
            LedgerCheck.Result result =
                    open.check().check(new Sample.Everything(), List.of(foreign, foreign), checked -> {});
            assertThat(result.findings())
                    .hasSize(2)
                    .allMatch(finding -> finding.what().contains("not signed"));
            assertThat(result.checkpoints()).isEqualTo(2);
        }
    }

    @Test
    default void nothingIsAppendedToOrSignedOverADamagedTile(@TempDir Path folder) {
        try (OpenLedger open = open(folder)) {
            open.append(OpenLedger.events(1, 0, 300));
            open.ledger().checkpoint();
            open.append(OpenLedger.events(1, 300, 1));
            byte[] hashes = new byte[45 * 32];
            new JdbcTemplate(open.catalogue().writer())
                    .update("update ledger_tile set hashes = ? where level = 0 and position = 1", hashes);
            assertThatThrownBy(() -> open.append(OpenLedger.events(1, 301, 1))).isInstanceOf(LedgerCorrupt.class);
            assertThatThrownBy(() -> open.ledger().checkpoint()).isInstanceOf(LedgerCorrupt.class);
        }
    }

    @Test
    default void aSampleProvesSomeEntriesAndTellsHowFarItIs(@TempDir Path folder) {
        try (OpenLedger open = open(folder)) {
            open.append(OpenLedger.events(1, 0, 600));
            open.ledger().checkpoint();
            List<Long> progress = new ArrayList<>();
            LedgerCheck.Result result =
                    open.check().check(new Sample.Some(20, new Random(3)), List.of(), progress::add);
            assertThat(result).isEqualTo(new LedgerCheck.Result(20, 1, List.of()));
            assertThat(progress).isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
            assertThat(open.check().check(new Sample.Some(5000, new Random(3))).entries())
                    .isEqualTo(600);
        }
    }
}

package org.muniment.batch.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.hold.CaughtItems;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.index.LuceneSearchIndex;
import org.muniment.archive.index.SearchIndex;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.store.Digest;
import org.muniment.batch.FolderStore;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestArchive;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;

/** How holds' lists are filled, looking back and looking forward, on every database. */
abstract class LookBackContract {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    private static final Officer LEE = new Officer("Ann Lee, Superintendent");
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");

    @TempDir
    private Path folder;

    private Catalogue catalogue;
    private CountingStore store;
    private SearchIndex index;
    private Rooms rooms;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openArchive() {
        catalogue = open(folder);
        store = new CountingStore(folder.resolve("objects"));
        index = LuceneSearchIndex.open(folder.resolve("index"));
        rooms = TestArchive.open(catalogue, store, index, folder);
    }

    @AfterEach
    void closeArchive() {
        index.close();
        catalogue.close();
    }

    /** Counts how often objects are read, and breaks when told to. */
    private static final class CountingStore extends FolderStore {
        private final AtomicInteger opened = new AtomicInteger();
        private volatile int breaksAfter = Integer.MAX_VALUE;

        CountingStore(Path folder) {
            super(folder);
        }

        @Override
        public InputStream open(Digest digest) {
            if (opened.incrementAndGet() > breaksAfter) {
                throw new IllegalStateException("The store does not answer");
            }
            return super.open(digest);
        }
    }

    /** Mail in someone's mailbox; every third speaks of the budget. */
    private void collect(String custodian, int from, int to) throws IOException {
        Path mail = folder.resolve("mail-" + custodian + "-" + from);
        Files.createDirectories(mail);
        for (int i = from; i < to; i++) {
            Files.writeString(
                    mail.resolve(i + ".eml"),
                    "Message-ID: <" + i + "@district.example>\nDate: Mon, 2 Mar 2026 09:00:00 -0800\n"
                            + "Subject: Number " + i + "\n\nThe " + (i % 3 == 0 ? "budget" : "lunch") + " of " + i
                            + "\n");
        }
        new Ingest(rooms)
                .run(
                        new IngestRequest(mail, SourceType.AUTO, new Custody.One(new Custodian(custodian))),
                        Progress.NONE);
    }

    private HoldId place(@Nullable String query, String... custodians) {
        HoldScope scope = new HoldScope(
                Set.of(custodians).stream().map(Custodian::new).collect(Collectors.toSet()),
                null,
                null,
                query == null ? null : new ItemQueryParser(ZONE).parse(query));
        return Objects.requireNonNull(catalogue.transactions().execute(status -> {
                    String matter = rooms.holds()
                            .matter("Doe")
                            .orElseGet(() -> rooms.holds().open("Doe", ORTIZ, NOON))
                            .id();
                    return rooms.holds().place(matter, HoldKind.LITIGATION, scope, ORTIZ, NOON);
                }))
                .id();
    }

    private Set<ItemId> listed(HoldId hold) {
        return rooms.caught().page(hold, null, 10_000).stream()
                .map(CaughtItems.Caught::item)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<ItemId> matching(HoldId hold) {
        return new TreeSet<>(index.matching(rooms.holds().covering(hold), null, 10_000));
    }

    private LookBack.Outcome lookBack(HoldId hold) {
        return new LookBack(rooms).run(hold);
    }

    @Test
    void aHoldListsWhatThereIsAndWhatComes() throws IOException {
        collect("ann@district.example", 0, 30);
        HoldId hold = place("budget");
        assertThat(lookBack(hold)).isEqualTo(new LookBack.Outcome(hold, 10, 10));
        assertThat(lookBack(hold)).isEqualTo(new LookBack.Outcome(hold, 0, 10));
        collect("ann@district.example", 30, 60);
        assertThat(listed(hold)).hasSize(20).isEqualTo(matching(hold));
        assertThat(lookBack(hold)).isEqualTo(new LookBack.Outcome(hold, 0, 20));
    }

    @Test
    void anItemTakenFromAHeldMailboxAsWellIsListedThen() throws IOException {
        HoldId hold = place("budget", "bob@district.example");
        collect("ann@district.example", 0, 30);
        assertThat(listed(hold)).isEmpty();
        collect("bob@district.example", 0, 6);
        assertThat(listed(hold)).hasSize(2).isEqualTo(matching(hold));
        collect("bob@district.example", 0, 6);
        assertThat(listed(hold)).hasSize(2);
    }

    @Test
    void aCopyInAnotherMailboxKeepsTheItemUnderTheHoldOfTheFirst() throws IOException {
        collect("ann@district.example", 0, 3);
        HoldId hold = place(null, "ann@district.example");
        collect("bob@district.example", 0, 3);
        assertThat(listed(hold)).hasSize(3).isEqualTo(matching(hold));
    }

    @Test
    void overlappingHoldsEachHaveTheirList() throws IOException {
        HoldId all = place("*");
        HoldId some = place("budget");
        HoldId none = place("kangaroo");
        collect("ann@district.example", 0, 30);
        assertThat(listed(all)).hasSize(30);
        assertThat(listed(some)).hasSize(10);
        assertThat(listed(none)).isEmpty();
    }

    @Test
    void whatTheIndexDoesNotHaveYetIsReadFromTheObjects() throws IOException {
        collect("ann@district.example", 0, 9);
        index.clear();
        index.commit(0);
        HoldId words = place("budget");
        HoldId mailbox = place(null, "ann@district.example");
        HoldId other = place("budget", "bob@district.example");
        store.opened.set(0);
        assertThat(lookBack(mailbox).added()).isEqualTo(9);
        assertThat(lookBack(other).added()).isZero();
        assertThat(store.opened).as("objects read for holds that rows decide").hasValue(0);
        assertThat(lookBack(words).added()).isEqualTo(3);
        assertThat(store.opened).hasValue(9);
    }

    @Test
    void anInterruptedLookBackGoesOnWhereItStopped() throws IOException {
        collect("ann@district.example", 0, 450);
        index.clear();
        index.commit(0);
        HoldId hold = place("budget");
        store.opened.set(0);
        store.breaksAfter = 420;
        assertThatThrownBy(() -> lookBack(hold)).hasMessageContaining("The hold binds all the same");
        int first = listed(hold).size();
        assertThat(first).isBetween(100, 149);
        store.opened.set(0);
        store.breaksAfter = Integer.MAX_VALUE;
        assertThat(lookBack(hold)).isEqualTo(new LookBack.Outcome(hold, 150 - first, 150));
        assertThat(store.opened).hasValue(50);
    }

    @Test
    void whatIsTakenInAfterACoolOffEndedIsNotListed() throws IOException {
        HoldId hold = place("*");
        catalogue.transactions().executeWithoutResult(status -> {
            rooms.holds().requestRelease(hold, ORTIZ, "Settled", NOON);
            rooms.holds().approveRelease(hold, LEE, NOON, 1);
        });
        LocalDate today = rooms.holds().day(rooms.clock().instant());
        assertThat(rooms.holds().find(hold).orElseThrow().bindsOn(today)).isFalse();
        collect("ann@district.example", 0, 3);
        assertThat(listed(hold)).isEmpty();
    }
}

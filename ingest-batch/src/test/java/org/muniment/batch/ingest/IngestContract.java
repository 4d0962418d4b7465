package org.muniment.batch.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Rejection;
import org.muniment.archive.item.Run;
import org.muniment.archive.item.Tally;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.ObjectMissing;
import org.muniment.archive.store.Spool;
import org.muniment.batch.FolderStore;
import org.muniment.batch.MemoryIndex;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestArchive;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.reindex.Reindex;

/** What taking mail in promises on every database. */
abstract class IngestContract {
    private static final String ENCRYPTED = """
            Subject: Secret
            MIME-Version: 1.0
            Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b

            --b
            Content-Type: application/pgp-encrypted

            Version: 1

            --b
            Content-Type: application/octet-stream

            -----BEGIN PGP MESSAGE-----

            hQEMA5vxIQ==
            -----END PGP MESSAGE-----
            --b--
            """;

    private static final Custodian CLERK = new Custodian("clerk@district.example");

    @TempDir
    private Path folder;

    private Path mail;
    private Catalogue catalogue;
    private BreakingStore store;
    private MemoryIndex index;
    private Rooms rooms;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openArchive() throws IOException {
        mail = Files.createDirectories(folder.resolve("mail"));
        catalogue = open(folder);
        store = new BreakingStore(folder.resolve("objects"));
        index = new MemoryIndex();
        rooms = TestArchive.open(catalogue, store, index, folder);
    }

    @AfterEach
    void closeArchive() {
        catalogue.close();
    }

    /** A store that fails after so many objects. */
    private static final class BreakingStore extends FolderStore {
        private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

        BreakingStore(Path folder) {
            super(folder);
        }

        @Override
        public Digest put(InputStream bytes) {
            if (left.getAndDecrement() <= 0) {
                throw new IllegalStateException("The disk is full");
            }
            return super.put(bytes);
        }
    }

    private void write(String path, String content) throws IOException {
        Path file = mail.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, StandardCharsets.UTF_8);
    }

    private void writeMany(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            write("inbox/" + i, "Message-ID: <" + i + "@district.example>\nSubject: Number " + i + "\n\nBody " + i);
        }
    }

    private Reconciliation ingest() {
        return ingest(new Custody.One(CLERK));
    }

    private Reconciliation ingest(Custody custody) {
        return new Ingest(rooms).run(new IngestRequest(mail, SourceType.AUTO, custody), Progress.NONE);
    }

    private void assertIndexIsTheCatalogue() {
        Map<ItemId, ItemDocument> found = index.documents();
        assertThat(index.through()).isGreaterThanOrEqualTo(rooms.items().latestRevision());
        MemoryIndex rebuilt = new MemoryIndex();
        new Reindex(TestArchive.open(catalogue, store, rebuilt, folder)).rebuild();
        assertThat(found).isEqualTo(rebuilt.documents());
        assertThat(found).hasSize((int) rooms.items().holdings().items());
    }

    @Test
    void everyMessageIsStoredRegisteredIndexedAndCounted() throws IOException {
        writeMany(1203);
        write("secret", ENCRYPTED);
        Reconciliation sum = ingest();
        assertThat(sum.read()).isEqualTo(1204);
        assertThat(sum.stored()).isEqualTo(1203);
        assertThat(sum.unreadable()).isEqualTo(1);
        assertThat(sum.duplicates() + sum.rejected()).isZero();
        assertThat(store.list()).hasSize(1204);
        assertThat(rooms.items().holdings().items()).isEqualTo(1204);
        Digest secret = Digest.of(ENCRYPTED.getBytes(StandardCharsets.UTF_8));
        assertThat(store.contains(secret)).isTrue();
        assertThat(rooms.items().exceptions(0, 9)).hasSize(1);
        assertIndexIsTheCatalogue();
    }

    @Test
    void takingASourceInAgainStoresNothingAndWritesNoCollection() throws IOException {
        writeMany(30);
        Reconciliation first = ingest();
        Reconciliation second = ingest();
        assertThat(second.run()).isNotEqualTo(first.run());
        assertThat(second.duplicates()).isEqualTo(30);
        assertThat(second.stored()).isZero();
        assertThat(rooms.items().holdings().collections()).isEqualTo(30);
        assertThat(index.documents()).hasSize(30);
    }

    @Test
    void copiesInASourceAreOneItemWithSeveralCollections() throws IOException {
        write("a/1", "Subject: x\n\ny");
        write("b/1", "Subject: x\n\ny");
        write("b/2", "Subject: x\n\ny");
        Reconciliation sum = ingest(new Custody.ByFolder(Optional.empty()));
        assertThat(sum.stored()).isEqualTo(1);
        assertThat(sum.duplicates()).isEqualTo(2);
        ItemDocument document = index.documents().values().iterator().next();
        assertThat(document.collections())
                .extracting(one -> one.custodian() + " " + one.place())
                .containsExactly("a a/1", "b b/1", "b b/2");
        assertIndexIsTheCatalogue();
    }

    @Test
    void aKnownItemKeepsTheDatesOfItsFirstCollectionInTheIndexToo() throws IOException {
        write("cur/1556669091.M1.a:2,S", "Subject: x\n\ny");
        Files.createDirectories(mail.resolve("new"));
        ingest();
        write("cur/1656669091.M1.a:2,S", "Subject: x\n\ny");
        assertThat(ingest().duplicates()).isEqualTo(2);
        assertThat(rooms.items().holdings().collections()).isEqualTo(2);
        assertIndexIsTheCatalogue();
    }

    @Test
    void theFirstFolderLevelNamesTheCustodian() throws IOException {
        write("alice@district.example/inbox/1", "Subject: a\n\na");
        write("Bob@district.example/2", "Subject: b\n\nb");
        write("top", "Subject: c\n\nc");
        ingest(new Custody.ByFolder(Optional.of(CLERK)));
        Map<String, String> folders = index.documents().values().stream()
                .flatMap(document -> document.collections().stream())
                .collect(Collectors.toMap(one -> one.custodian().address(), Collection::folder));
        assertThat(folders)
                .containsOnly(
                        Map.entry("alice@district.example", "inbox"),
                        Map.entry("bob@district.example", ""),
                        Map.entry("clerk@district.example", ""));
    }

    @Test
    void whatCannotBeTakenInIsNamedAndTheRunGoesOn() throws IOException {
        writeMany(3);
        Files.createSymbolicLink(mail.resolve("gone"), mail.resolve("nowhere"));
        Reconciliation sum = ingest();
        assertThat(sum.read()).isEqualTo(4);
        assertThat(sum.rejections()).containsExactly(new Rejection("gone", "a link to nothing"));
        assertThat(rooms.runs().rejections(sum.run(), 0, 10)).isEqualTo(sum.rejections());
    }

    @Test
    void aRunThatBreaksOffGoesOnWhereItStoppedWithItsCounts() throws IOException {
        writeMany(2300);
        store.left.set(1600);
        assertThatThrownBy(this::ingest)
                .isInstanceOf(IngestFailed.class)
                .hasMessageContaining("start it again")
                .hasRootCauseMessage("The disk is full");
        Run open = rooms.runs().latest(1).getFirst();
        Tally before = open.tally();
        assertThat(open.state()).isEqualTo(Run.State.OPEN);
        assertThat(before.read()).isEqualTo(before.stored()).isBetween(500L, 1600L);
        assertThat(rooms.items().holdings().items()).isEqualTo(before.stored());

        store.left.set(Integer.MAX_VALUE);
        Reconciliation sum = ingest();
        assertThat(sum.run()).isEqualTo(open.id());
        assertThat(sum.read()).isEqualTo(2300);
        assertThat(sum.stored()).isEqualTo(2300);
        assertIndexIsTheCatalogue();
    }

    @Test
    void anIndexThatFailsStopsTheRunAndCatchesUpLater() throws IOException {
        writeMany(1500);
        AtomicInteger puts = new AtomicInteger();
        MemoryIndex failing = new MemoryIndex() {
            @Override
            public void put(List<ItemDocument> some) {
                if (puts.incrementAndGet() == 5) {
                    throw new IllegalStateException("No space for the index");
                }
                super.put(some);
            }
        };
        Rooms broken = TestArchive.open(catalogue, store, failing, folder);
        IngestRequest request = new IngestRequest(mail, SourceType.AUTO, new Custody.One(CLERK));
        assertThatThrownBy(() -> new Ingest(broken).run(request, Progress.NONE))
                .hasRootCauseMessage("No space for the index");
        ingest();
        assertThat(rooms.items().holdings().items()).isEqualTo(1500);
        assertIndexIsTheCatalogue();
    }

    @Test
    void whatAnotherProcessRegisteredMeanwhileIsIndexedToo() throws IOException {
        writeMany(700);
        MemoryIndex others = new MemoryIndex();
        Files.createDirectories(folder.resolve("other"));
        Files.copy(folder.resolve("ledger.key"), folder.resolve("other/ledger.key"));
        Rooms other = TestArchive.open(catalogue, store, others, folder.resolve("other"));
        Path theirs = Files.createDirectories(folder.resolve("theirs"));
        Files.writeString(theirs.resolve("1"), "Subject: theirs\n\nx");
        AtomicInteger calls = new AtomicInteger();
        new Ingest(rooms).run(new IngestRequest(mail, SourceType.AUTO, new Custody.One(CLERK)), (soFar, expected) -> {
            if (calls.getAndIncrement() == 0) {
                Thread elsewhere = Thread.ofPlatform()
                        .start(() -> new Ingest(other)
                                .run(new IngestRequest(theirs, SourceType.EML, new Custody.One(CLERK)), Progress.NONE));
                assertThat(elsewhere).isNotNull();
            }
        });
        for (int i = 0; i < 200 && rooms.items().holdings().items() < 701; i++) {
            pause();
        }
        new Reindex(rooms).catchUp();
        assertThat(index.documents()).hasSize(701);
        assertIndexIsTheCatalogue();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aMissingObjectCostsTheIndexItsWordsOnly() throws IOException {
        writeMany(3);
        ingest();
        Digest lost = store.list().findFirst().orElseThrow();
        store.destroy(lost);
        new Reindex(rooms).rebuild();
        assertThat(index.documents()).hasSize(3);
        assertThat(index.documents().values())
                .filteredOn(document -> document.reading().text().body().isEmpty())
                .extracting(document -> document.reading().item().id())
                .containsExactly(ItemId.of(lost));
        assertThatThrownBy(() -> store.open(lost)).isInstanceOf(ObjectMissing.class);
    }

    @Test
    void aLargeMessageGoesThroughAFileThatIsGoneAfterwards() throws IOException {
        write("large", "Subject: large\n\n" + "x".repeat(3 * Spool.MEMORY_LIMIT));
        Files.createDirectories(rooms.spool());
        Files.writeString(rooms.spool().resolve("spool-left-by-a-killed-process.tmp"), "x");
        assertThat(ingest().bytes()).isGreaterThan(3L * Spool.MEMORY_LIMIT);
        assertThat(rooms.spool()).isEmptyDirectory();
    }

    @Test
    void othersCanWriteWhileASourceIsSlow() throws Exception {
        writeMany(3);
        SlowSource source = new SlowSource(mail, folder);
        Thread job = Thread.ofPlatform().start(source.runWith(rooms));
        source.waitUntilReading();
        // The job waits for its source inside its transaction by now; on SQLite that must not hold the one writer.
        Integer changed = catalogue
                .transactions()
                .execute(status -> rooms.items().record(List.of()).outcomes().size());
        assertThat(changed).isZero();
        source.goOn();
        job.join();
        assertThat(rooms.items().holdings().items()).isEqualTo(3);
    }

    @Test
    void whoeverWritesMeanwhileTakesTurnsWithIt() throws Exception {
        writeMany(1203);
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger turns = new AtomicInteger();
        Thread person = Thread.ofPlatform().start(() -> {
            while (!ended.get()) {
                catalogue.transactions().execute(status -> rooms.items().record(List.of()));
                turns.incrementAndGet();
            }
        });
        Reconciliation sum = ingest();
        ended.set(true);
        person.join();
        assertThat(sum.stored()).isEqualTo(1203);
        assertThat(turns).hasValueGreaterThan(1203 / 120);
        assertIndexIsTheCatalogue();
    }
}

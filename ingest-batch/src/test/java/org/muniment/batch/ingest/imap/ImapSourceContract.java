package org.muniment.batch.ingest.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.batch.ingest.imap.TestAccount.PRINCIPAL;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.Run;
import org.muniment.archive.store.FileObjectStore;
import org.muniment.archive.store.ObjectStore;
import org.muniment.batch.MemoryIndex;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestArchive;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestFailed;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.Reconciliation;

/** What is taken in from a mail account, whatever server it is on. */
abstract class ImapSourceContract {
    static final Instant RECEIVED = Instant.parse("2026-03-02T17:30:00Z");

    @TempDir
    private Path folder;

    private Catalogue catalogue;
    private ObjectStore store;
    private Rooms rooms;

    /** The port of a server on which the user principal has the password secret and an empty mailbox. */
    abstract int port();

    @BeforeEach
    void openArchive() {
        catalogue = TestArchive.sqlite(folder);
        store = new FileObjectStore(folder.resolve("objects"));
        rooms = TestArchive.open(catalogue, store, new MemoryIndex(), folder);
    }

    @AfterEach
    void closeArchive() {
        store.close();
        catalogue.close();
    }

    final Reconciliation takeIn(int port) {
        ImapSource source = TestAccount.at(port, folder);
        return new Ingest(rooms)
                .run(new IngestRequest(source, new IngestRequest.Custody.One(PRINCIPAL)), Progress.NONE);
    }

    final Rooms rooms() {
        return rooms;
    }

    final ImapConnection connect() throws ImapProblem {
        return TestAccount.at(port(), folder).account().connect();
    }

    static String mail(int number) {
        return "From: ann@district.example\r\nSubject: Budget " + number + "\r\n\r\nAbout budget " + number + ".\r\n"
                + "A line that makes it longer.\r\n".repeat(number % 40);
    }

    private void deliver(String box, int from, int to) throws ImapProblem {
        try (ImapConnection connection = connect()) {
            for (int i = from; i < to; i++) {
                TestAccount.deliver(connection, box, List.of(), RECEIVED.plusSeconds(i), mail(i));
            }
        }
    }

    @Test
    void everyFolderIsTakenInAndASecondRunReadsOnlyWhatIsNew() throws ImapProblem {
        try (ImapConnection connection = connect()) {
            TestAccount.deliver(connection, "INBOX", List.of("\\Seen", "\\Flagged"), RECEIVED, mail(1));
            TestAccount.deliver(connection, "Sent", List.of("\\Seen"), RECEIVED, mail(2));
            TestAccount.deliver(connection, "Räte & Gremien", List.of(), RECEIVED, mail(3));
        }
        Reconciliation first = takeIn(port());
        assertThat(first.read()).isEqualTo(3);
        assertThat(first.stored()).isEqualTo(3);
        assertThat(first.rejections()).isEmpty();
        List<Collection> taken = collections();
        assertThat(taken).extracting(Collection::folder).containsExactlyInAnyOrder("INBOX", "Sent", "Räte & Gremien");
        assertThat(taken).allSatisfy(one -> {
            assertThat(one.custodian()).isEqualTo(PRINCIPAL);
            assertThat(one.source()).isEqualTo("imap://principal@localhost");
            assertThat(one.place()).matches("\\d+/1/.+");
        });
        assertThat(taken)
                .filteredOn(one -> one.folder().equals("INBOX"))
                .singleElement()
                .satisfies(one -> assertThat(one.flags()).containsExactly("flagged", "seen"));
        assertThat(rooms.items().all())
                .extracting(one -> one.item().dates().received())
                .containsOnly(RECEIVED);

        assertThat(takeIn(port()).read()).isZero();
        deliver("INBOX", 4, 6);
        Reconciliation third = takeIn(port());
        assertThat(third.read()).isEqualTo(2);
        assertThat(third.stored()).isEqualTo(2);
    }

    @Test
    void bytesAreThoseOfTheServer() throws ImapProblem, IOException {
        String text = "From: ann@district.example\r\nSubject: caf\u00e9\r\n\r\nÜbung\r\n";
        try (ImapConnection connection = connect()) {
            TestAccount.deliver(connection, "INBOX", List.of(), RECEIVED, text);
        }
        takeIn(port());
        RegisteredItem item = rooms.items().all().findFirst().orElseThrow();
        try (var object = store.open(item.item().digest())) {
            assertThat(object.readAllBytes())
                    .asString(java.nio.charset.StandardCharsets.UTF_8)
                    .isEqualTo(text);
        }
    }

    @Test
    void aConnectionThatBreaksAgainAndAgainCostsNothing() throws ImapProblem, IOException {
        deliver("INBOX", 0, 30);
        try (CuttingProxy proxy = new CuttingProxy(port())) {
            proxy.cutAfter(8_000);
            Reconciliation done = takeIn(proxy.port());
            assertThat(done.stored()).isEqualTo(30);
            assertThat(done.rejected()).isZero();
            assertThat(proxy.connections()).isGreaterThan(2);
        }
    }

    @Test
    void aServerThatGoesAwayLeavesARunThatGoesOnWhereItStopped() throws ImapProblem, IOException {
        deliver("INBOX", 0, 30);
        try (CuttingProxy proxy = new CuttingProxy(port())) {
            proxy.dieAfter(12_000);
            assertThatThrownBy(() -> takeIn(proxy.port())).isInstanceOf(IngestFailed.class);
            Run open = rooms.runs().latest(1).getFirst();
            assertThat(open.state()).isEqualTo(Run.State.OPEN);
            proxy.dieAfter(Long.MAX_VALUE);
            Reconciliation done = takeIn(proxy.port());
            assertThat(done.run()).isEqualTo(open.id());
            assertThat(done.read()).isEqualTo(30);
            assertThat(done.stored()).isEqualTo(30);
        }
    }

    @Test
    void whatTheArchiveHasDestroyedIsNotTakenInAgain() throws ImapProblem {
        deliver("INBOX", 0, 2);
        takeIn(port());
        RegisteredItem item = rooms.items().all().findFirst().orElseThrow();
        catalogue
                .transactions()
                .executeWithoutResult(status -> new org.springframework.jdbc.core.JdbcTemplate(catalogue.writer())
                        .update(
                                "delete from collection where item = ?",
                                item.item().id().value()));
        assertThat(takeIn(port()).read()).isZero();
    }

    @Test
    void aServerThatCantBeReachedIsToldInWordsBeforeARunBegins() {
        ImapSource nobody = TestAccount.at("localhost", 1, "user: principal\n      password: {file: secret}", folder);
        assertThat(nobody.check()).hasValueSatisfying(words -> assertThat(words).contains("localhost (port 1)"));
        assertThatThrownBy(() -> new Ingest(rooms)
                        .run(new IngestRequest(nobody, new IngestRequest.Custody.One(PRINCIPAL)), Progress.NONE))
                .isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(rooms.runs().latest(9)).isEmpty();
    }

    final List<Collection> collections() {
        return rooms.items()
                .all()
                .flatMap(one -> rooms.items().collections(one.item().id()).stream())
                .toList();
    }

    final Path folder() {
        return folder;
    }
}

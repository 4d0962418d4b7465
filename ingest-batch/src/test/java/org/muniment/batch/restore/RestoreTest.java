package org.muniment.batch.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.batch.ingest.imap.TestAccount.PRINCIPAL;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.FileObjectStore;
import org.muniment.archive.store.ObjectStore;
import org.muniment.batch.MemoryIndex;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestArchive;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;
import org.muniment.batch.ingest.imap.CuttingProxy;
import org.muniment.batch.ingest.imap.Dovecot;
import org.muniment.batch.ingest.imap.ImapConnection;
import org.muniment.batch.ingest.imap.ImapProblem;
import org.muniment.batch.ingest.imap.RealMailServer;
import org.muniment.batch.ingest.imap.TestAccount;
import org.muniment.batch.mailbox.ImapMailbox;
import org.muniment.batch.mailbox.Mailbox;
import org.muniment.batch.mailbox.MailboxMessage;
import org.muniment.batch.mailbox.MaildirMailbox;

/** A mailbox that was lost comes back as it was. */
class RestoreTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-02T17:30:00Z");
    private static final Officer CLERK = new Officer("Maria Ortiz, Director of Records");

    @RegisterExtension
    static final RealMailServer SERVER = new RealMailServer();

    @TempDir
    private Path folder;

    private Catalogue catalogue;
    private ObjectStore store;
    private Rooms rooms;

    /** What a mailbox says of a message, and its bytes. */
    private record Seen(String folder, @Nullable Instant received, Set<String> flags, Digest bytes) {}

    private static Dovecot server() {
        return SERVER.get();
    }

    @BeforeEach
    void open() {
        catalogue = TestArchive.sqlite(folder);
        store = new FileObjectStore(folder.resolve("objects"));
        rooms = TestArchive.open(catalogue, store, new MemoryIndex(), folder);
    }

    @AfterEach
    void close() {
        store.close();
        catalogue.close();
    }

    private void fill() throws ImapProblem {
        try (ImapConnection connection =
                TestAccount.at(server().port(), folder).account().connect()) {
            for (int i = 0; i < 12; i++) {
                String text = "Subject: " + i + "\r\n\r\nÜbung " + i + "\r\n" + "A line.\r\n".repeat(i % 3 * 200);
                String box = i % 3 == 0 ? "INBOX" : i % 3 == 1 ? "Sent" : "Räte & Gremien/2026";
                List<String> flags = i % 2 == 0 ? List.of("\\Seen", "\\Answered") : List.of("\\Flagged", "$Forwarded");
                TestAccount.deliver(connection, box, flags, RECEIVED.plusSeconds(i), text);
            }
        }
    }

    private void takeIn() {
        new Ingest(rooms)
                .run(
                        new IngestRequest(
                                TestAccount.at(server().port(), folder), new IngestRequest.Custody.One(PRINCIPAL)),
                        Progress.NONE);
    }

    private RestoreReport restore(RestoreRequest.What what, RestoreTarget target) {
        try (target) {
            return new Restore(rooms).run(new RestoreRequest(what, "", CLERK), target, (done, all) -> {});
        }
    }

    private RestoreTarget account(int port) {
        return new ImapTarget(TestAccount.at(port, folder).account(), folder);
    }

    private Set<Seen> seen(Mailbox opened) throws IOException {
        try (Mailbox mailbox = opened;
                Stream<MailboxMessage> all = mailbox.messages()) {
            Set<Seen> found = new java.util.HashSet<>();
            for (MailboxMessage one : all.toList()) {
                try (InputStream bytes = mailbox.open(one)) {
                    found.add(new Seen(one.folder(), one.received(), one.flags(), Digest.of(bytes.readAllBytes())));
                }
            }
            return found;
        }
    }

    private Set<Seen> onServer() throws IOException {
        return seen(new ImapMailbox(TestAccount.at(server().port(), folder).account(), folder));
    }

    private static final RestoreRequest.What ALL = new RestoreRequest.What.FromMailbox(PRINCIPAL, null, null);

    @Test
    void aLostMailboxComesBackWithEqualBytesMarksAndTimes() throws Exception {
        fill();
        takeIn();
        Set<Seen> before = onServer();
        assertThat(before).hasSize(12);
        SERVER.lose();
        RestoreReport report = restore(ALL, account(server().port()));
        assertThat(report.restored()).isEqualTo(12);
        assertThat(report.lineEnds()).isZero();
        assertThat(report.problems()).isEmpty();
        assertThat(onServer()).isEqualTo(before);

        RestoreReport again = restore(ALL, account(server().port()));
        assertThat(again.restored()).isZero();
        assertThat(again.present()).isEqualTo(12);
        assertThat(server().messages("principal")).hasSize(12);

        assertThat(events()).hasSize(4);
        assertThat(events().get(0)).isInstanceOfSatisfying(CustodyEvent.RestoreBegun.class, one -> {
            assertThat(one.items()).isEqualTo(12);
            assertThat(one.officer()).isEqualTo(CLERK.name());
        });
        assertThat(events().get(1))
                .isInstanceOfSatisfying(
                        CustodyEvent.RestoreEnded.class,
                        one -> assertThat(one.restored()).isEqualTo(12));
        // What came back is known: nothing is stored a second time.
        takeIn();
        assertThat(rooms.items().holdings().items()).isEqualTo(12);
    }

    /** The number is of {@code -Dmuniment.imap}. */
    @Test
    @Tag("slow")
    void aLargeMailboxComesBackWhole() throws Exception {
        int all = Integer.getInteger("muniment.imap", 1_000);
        server().fill("principal", all, RECEIVED::plusSeconds);
        takeIn();
        Set<Seen> before = onServer();
        assertThat(before).hasSize(all);
        SERVER.lose();
        long began = System.nanoTime();
        assertThat(restore(ALL, account(server().port())).restored()).isEqualTo(all);
        System.out.printf("%d restored in %.1f s%n", all, (System.nanoTime() - began) / 1e9);
        assertThat(onServer()).isEqualTo(before);
    }

    private List<CustodyEvent> events() {
        return rooms.ledger().entries(0, 10_000).stream()
                .map(Entry::event)
                .filter(one -> one instanceof CustodyEvent.RestoreBegun || one instanceof CustodyEvent.RestoreEnded)
                .toList();
    }

    @Test
    void aConnectionThatBreaksPutsNothingBackTwice() throws Exception {
        fill();
        takeIn();
        Set<Seen> before = onServer();
        SERVER.lose();
        try (CuttingProxy proxy = new CuttingProxy(server().port())) {
            proxy.cutAfter(9_000);
            RestoreTarget flaky =
                    new ImapTarget(TestAccount.at(proxy.port(), folder).account(), folder, Duration.ofMillis(10));
            RestoreReport report = restore(ALL, flaky);
            assertThat(report.restored() + report.present()).isEqualTo(12);
            assertThat(report.problems()).isEmpty();
            assertThat(proxy.connections()).isGreaterThan(1);
        }
        assertThat(server().messages("principal")).hasSize(12);
        assertThat(onServer()).isEqualTo(before);
    }

    @Test
    void oneFolderOrOneItemComesBackAndNothingElse() throws Exception {
        fill();
        takeIn();
        SERVER.lose();
        RestoreRequest.What council = new RestoreRequest.What.FromMailbox(PRINCIPAL, "Räte & Gremien", null);
        assertThat(restore(council, account(server().port())).restored()).isEqualTo(4);
        assertThat(onServer()).extracting(Seen::folder).containsOnly("Räte & Gremien/2026");
        ItemId one = rooms.items()
                .all()
                .filter(item -> item.item().subject().equals("3"))
                .findFirst()
                .orElseThrow()
                .item()
                .id();
        RestoreRequest.What named = new RestoreRequest.What.Named(List.of(one));
        assertThat(restore(named, account(server().port())).restored()).isEqualTo(1);
        assertThat(onServer()).hasSize(5);
        assertThat(new Restore(rooms)
                        .rehearse(new RestoreRequest(named, "Restored", CLERK), "there")
                        .folders())
                .containsExactly(java.util.Map.entry("Restored/INBOX", 1L));
    }

    @Test
    void aMaildirTakesThemToo() throws Exception {
        fill();
        takeIn();
        Path maildir = folder.resolve("restored");
        assertThat(restore(ALL, new MaildirTarget(maildir)).restored()).isEqualTo(12);
        assertThat(restore(ALL, new MaildirTarget(maildir)).present()).isEqualTo(12);
        Set<Seen> back = seen(new MaildirMailbox(maildir));
        assertThat(back).hasSize(12);
        assertThat(back.stream().map(Seen::bytes))
                .containsExactlyInAnyOrderElementsOf(
                        onServer().stream().map(Seen::bytes).toList());
        assertThat(back.stream().map(Seen::received))
                .containsExactlyInAnyOrderElementsOf(
                        onServer().stream().map(Seen::received).toList());
    }

    @Test
    void linesThatTheServerEndsOtherwiseAreCountedAndNotPutTwice() throws Exception {
        Path file = Files.writeString(folder.resolve("one.eml"), "Subject: bare\n\nLines end with LF only.\n");
        new Ingest(rooms)
                .run(new IngestRequest(file, SourceType.EML, new IngestRequest.Custody.One(PRINCIPAL)), Progress.NONE);
        RestoreReport report = restore(ALL, account(server().port()));
        assertThat(report.restored()).isEqualTo(1);
        assertThat(report.lineEnds()).isEqualTo(1);
        assertThat(restore(ALL, account(server().port())).present()).isEqualTo(1);
    }

    @Test
    void whatIsNoMessageIsNamed() throws Exception {
        Path file = folder.resolve("note.msg");
        Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3});
        new Ingest(rooms)
                .run(new IngestRequest(file, SourceType.EML, new IngestRequest.Custody.One(PRINCIPAL)), Progress.NONE);
        RestoreReport report = restore(ALL, account(server().port()));
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.problems().getFirst().reason()).contains("Outlook");
        assertThat(server().maildir("principal")).doesNotExist();
    }
}

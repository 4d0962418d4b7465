package org.muniment.batch.ingest.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.batch.ingest.imap.TestAccount.PRINCIPAL;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Rejection;
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

/** A server that lies, or does not know better, costs nothing: what is missing is named, or the run is not at its end. */
class LyingServerTest {
    @TempDir
    private Path folder;

    private Catalogue catalogue;
    private ObjectStore store;
    private Rooms rooms;

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

    private Reconciliation takeIn(ScriptedServer server) {
        return takeIn(TestAccount.at(server.port(), folder));
    }

    private Reconciliation takeIn(ImapSource source) {
        return new Ingest(rooms)
                .run(new IngestRequest(source, new IngestRequest.Custody.One(PRINCIPAL)), Progress.NONE);
    }

    private static String mail(int number) {
        return ImapSourceContract.mail(number);
    }

    private static ScriptedServer filled(ScriptedServer server) {
        for (int uid = 1; uid <= 5; uid++) {
            server.holds("INBOX", uid * 10L, mail(uid));
        }
        return server;
    }

    @Test
    void fewerMessagesListedThanThereAreLeaveTheRunOpen() {
        try (ScriptedServer server = filled(new ScriptedServer() {
            @Override
            int exists(String folder, int truly) {
                return truly + 1;
            }
        })) {
            assertThatThrownBy(() -> takeIn(server))
                    .isInstanceOf(IngestFailed.class)
                    .rootCause()
                    .hasMessageContaining("holds 6 messages, and lists 5");
            assertThat(rooms.runs().latest(1).getFirst().state()).isEqualTo(Run.State.OPEN);
        }
    }

    @Test
    void aListOfFoldersWithoutTheInboxIsNotBelieved() {
        try (ScriptedServer server = filled(new ScriptedServer() {
            private final AtomicInteger times = new AtomicInteger();

            @Override
            String list(String folder) {
                return "() \"/\" \"" + (times.incrementAndGet() > 1 ? "Other" : folder) + "\"";
            }
        })) {
            assertThatThrownBy(() -> takeIn(server)).isInstanceOf(IngestFailed.class);
            assertThat(rooms.runs().latest(1).getFirst().state()).isEqualTo(Run.State.OPEN);
        }
    }

    @Test
    void aMessageThatTheServerDoesNotGiveIsNamedAndAskedForAgainByTheNextRun() {
        boolean[] silent = {true};
        try (ScriptedServer server = filled(new ScriptedServer() {
            @Override
            String body(long uid, String message) {
                return uid == 30 && silent[0] ? "NIL" : super.body(uid, message);
            }
        })) {
            Reconciliation first = takeIn(server);
            assertThat(first.stored()).isEqualTo(4);
            assertThat(first.rejections()).extracting(Rejection::place).containsExactly("1700000000/30/INBOX");
            assertThat(first.rejections().getFirst().reason()).contains("gives none");
            assertThat(takeIn(server).rejected()).isEqualTo(1);
            silent[0] = false;
            Reconciliation third = takeIn(server);
            assertThat(third.read()).isEqualTo(1);
            assertThat(third.stored()).isEqualTo(1);
        }
    }

    @Test
    void aMessageAtWhichTheServerHangsUpEveryTimeCostsItselfOnly() {
        try (ScriptedServer server = filled(new ScriptedServer() {
            @Override
            String body(long uid, String message) {
                return uid == 20 ? HANGS_UP : super.body(uid, message);
            }
        })) {
            Reconciliation done = takeIn(server);
            assertThat(done.stored()).isEqualTo(4);
            assertThat(done.rejections()).extracting(Rejection::place).containsExactly("1700000000/20/INBOX");
        }
    }

    @Test
    void linesThatMakeNoSenseCostNothing() {
        try (ScriptedServer server = filled(new ScriptedServer() {
            private final AtomicInteger times = new AtomicInteger();

            @Override
            String body(long uid, String message) {
                return uid == 40 && times.incrementAndGet() == 1
                        ? "{99999999999999}\r\nFrom"
                        : super.body(uid, message);
            }
        })) {
            Reconciliation done = takeIn(server);
            assertThat(done.stored()).isEqualTo(5);
            assertThat(done.rejected()).isZero();
        }
    }

    @Test
    void anAbsurdReceiptIsNoReceipt() {
        List<String> absurd = List.of(
                "\"01-Jan-1970 00:00:00 +0000\"",
                "\"31-Foo-2026 99:99:99 +0000\"",
                "NIL",
                "\"01-Jan-9999 00:00:00 +0000\"",
                "\" 2-Mar-2026 17:30:00 +0000\"");
        try (ScriptedServer server = filled(new ScriptedServer() {
            @Override
            String internalDate(long uid) {
                return absurd.get((int) uid / 10 - 1);
            }
        })) {
            assertThat(takeIn(server).stored()).isEqualTo(5);
            assertThat(rooms.items().all().filter(one -> one.item().dates().received() != null))
                    .singleElement()
                    .satisfies(one -> assertThat(one.item().dates().received()).isEqualTo(ImapSourceContract.RECEIVED));
        }
    }

    @Test
    void aSizeThatIsNotTheMessagesIsKeptAsAMark() {
        try (ScriptedServer server = filled(new ScriptedServer() {
            @Override
            long size(long uid, String message) {
                return uid == 10 ? message.length() + 7L : message.length();
            }
        })) {
            assertThat(takeIn(server).stored()).isEqualTo(5);
            assertThat(collections().stream().flatMap(one -> one.flags().stream()))
                    .containsExactly("listed-as-" + (mail(1).length() + 7) + "-bytes");
        }
    }

    @Test
    void aMessageThatGoesBetweenListingAndReadingIsNamed() {
        try (ScriptedServer server = filled(new ScriptedServer() {
            private final AtomicInteger times = new AtomicInteger();

            @Override
            boolean lists(long uid) {
                return uid != 50 || times.incrementAndGet() == 1;
            }
        })) {
            Reconciliation done = takeIn(server);
            assertThat(done.stored()).isEqualTo(4);
            assertThat(done.rejections())
                    .singleElement()
                    .satisfies(one -> assertThat(one.reason()).contains("disappeared"));
        }
    }

    @Test
    void nothingIsEverSearchedForByDate() {
        try (ScriptedServer server = filled(new ScriptedServer())) {
            takeIn(server);
            assertThat(server.asked()).noneMatch(command -> command.contains("SEARCH"));
            assertThat(server.asked()).noneMatch(command -> command.startsWith("SELECT"));
        }
    }

    @Test
    void gmailsMailIsReadOnceWithItsLabels() {
        try (ScriptedServer server = new ScriptedServer() {
            @Override
            String capabilities() {
                return super.capabilities() + " X-GM-EXT-1";
            }

            @Override
            String list(String folder) {
                String use = folder.endsWith("All Mail") ? "\\All" : folder.endsWith("Spam") ? "\\Junk" : "";
                return "(" + use + ") \"/\" \"" + folder + "\"";
            }

            @Override
            String more(long uid) {
                return " X-GM-LABELS (" + (uid == 1 ? "\"\\\\Inbox\" \"Board &- packets\"" : "Work") + ")";
            }
        }) {
            server.holds("INBOX", 7, mail(1)).holds("Board packets", 3, mail(1));
            server.holds("[Gmail]/All Mail", 1, mail(1)).holds("[Gmail]/All Mail", 2, mail(2));
            server.holds("[Gmail]/Spam", 1, mail(3));
            Reconciliation done = takeIn(server);
            assertThat(done.read()).isEqualTo(3);
            assertThat(collections())
                    .extracting(Collection::folder)
                    .containsExactlyInAnyOrder("INBOX", "Work", "[Gmail]/Spam");
            assertThat(collections())
                    .filteredOn(one -> one.folder().equals("INBOX"))
                    .singleElement()
                    .satisfies(one ->
                            assertThat(one.flags()).containsExactly("label:\\inbox", "label:board%20&%20packets"));
        }
    }

    @Test
    void aTokenIsSentAsXoauth2AndNeverShown() {
        try (ScriptedServer server = filled(new ScriptedServer())) {
            ImapSource source =
                    TestAccount.at("localhost", server.port(), "user: principal\n      token: {env: TOKEN}", folder);
            assertThat(takeIn(source).stored()).isEqualTo(5);
            assertThat(server.asked()).contains("user=principal\u0001auth=Bearer token-of-principal\u0001\u0001");
            assertThat(source.toString()).doesNotContain("token-of-principal");
        }
    }

    @Test
    void aMasterUserMaySayWhoseMailboxItOpensByProxyauth() {
        try (ScriptedServer server = filled(new ScriptedServer())) {
            ImapSource source = (ImapSource) TestAccount.accounts("""
                    sources:
                    - name: mail
                      type: imap
                      host: localhost
                      port: %d
                      security: plain
                      allow-plain: true
                      master: archiver
                      master-password: {file: secret}
                      master-way: proxyauth
                      accounts:
                        - {custodian: principal@district.example, user: principal}
                    """.formatted(server.port()), folder)
                    .getFirst()
                    .source();
            assertThat(source.check()).isEmpty();
            assertThat(server.asked()).contains("\0archiver\0secret", "PROXYAUTH principal");
        }
    }

    @Test
    void aServerThatLetsNobodyInAnyMoreLeavesTheRunOpen() {
        AtomicInteger logins = new AtomicInteger();
        try (ScriptedServer server = filled(new ScriptedServer() {
            @Override
            String end(String command) {
                return command.startsWith("AUTHENTICATE") && logins.incrementAndGet() > 2
                        ? "NO too many"
                        : super.end(command);
            }

            @Override
            String body(long uid, String message) {
                return HANGS_UP;
            }
        })) {
            assertThatThrownBy(() -> takeIn(server))
                    .isInstanceOf(IngestFailed.class)
                    .hasMessageContaining("does not let principal in");
            assertThat(rooms.runs().latest(1).getFirst().state()).isEqualTo(Run.State.OPEN);
        }
    }

    @Test
    void aServerWithoutStarttlsIsRefusedBeforeAPasswordIsSaid() {
        try (ScriptedServer server = filled(new ScriptedServer())) {
            ImapSource source = (ImapSource) TestAccount.accounts("""
                    sources:
                    - name: mail
                      type: imap
                      host: localhost
                      port: %d
                      security: starttls
                      accounts:
                        - custodian: principal@district.example
                          password: {file: secret}
                    """.formatted(server.port()), folder)
                    .getFirst()
                    .source();
            assertThat(source.check())
                    .hasValueSatisfying(words -> assertThat(words).contains("no STARTTLS"));
            assertThat(server.asked()).noneMatch(command -> command.contains("LOGIN") || command.contains("AUTH"));
        }
    }

    private List<Collection> collections() {
        return rooms.items()
                .all()
                .flatMap(one -> rooms.items().collections(one.item().id()).stream())
                .toList();
    }
}

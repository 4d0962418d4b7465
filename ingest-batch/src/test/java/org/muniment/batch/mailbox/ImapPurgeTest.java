package org.muniment.batch.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.batch.mailbox.PurgeDistrict.CLERK;
import static org.muniment.batch.mailbox.PurgeDistrict.NIGHT;
import static org.muniment.batch.mailbox.PurgeDistrict.OLD;
import static org.muniment.batch.mailbox.PurgeDistrict.PRINCIPAL;
import static org.muniment.batch.mailbox.PurgeDistrict.RECENT;
import static org.muniment.batch.mailbox.PurgeDistrict.kept;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.batch.TestArchive;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.imap.Dovecot;
import org.muniment.batch.ingest.imap.ImapConnection;
import org.muniment.batch.ingest.imap.ImapProblem;
import org.muniment.batch.ingest.imap.ImapSource;
import org.muniment.batch.ingest.imap.RealMailServer;
import org.muniment.batch.ingest.imap.TestAccount;
import org.muniment.batch.ingest.sources.Account;

/** The purge of a mailbox on a real server: exactly the eligible messages leave it. */
class ImapPurgeTest {
    private static final String SEEN = "\\Seen";

    @RegisterExtension
    static final RealMailServer SERVER = new RealMailServer();

    @TempDir
    private Path folder;

    private PurgeDistrict district;
    private ImapSource source;
    private int delivered;

    private static Dovecot server() {
        return SERVER.get();
    }

    @BeforeEach
    void open() {
        district = new PurgeDistrict(TestArchive.sqlite(folder), folder).adopted();
        source = TestAccount.at(server().port(), folder);
    }

    @AfterEach
    void close() {
        district.close();
    }

    private void deliver(int messages, String box, Instant received, String... flags) throws ImapProblem {
        try (ImapConnection connection = source.account().connect()) {
            for (int i = 0; i < messages; i++) {
                String text = "Subject: " + ++delivered + "\r\n\r\nMessage " + delivered + " of " + box + "\r\n";
                TestAccount.deliver(connection, box, List.of(flags), received, text);
            }
        }
    }

    private void takeIn() {
        new Ingest(district.rooms)
                .run(new IngestRequest(source, new IngestRequest.Custody.One(PRINCIPAL)), Progress.NONE);
    }

    private RegisteredMailbox mailbox() {
        RegisteredMailbox[] added = new RegisteredMailbox[1];
        district.in(() -> added[0] = new Mailboxes(
                        district.rooms.catalogue().writer(),
                        district.rooms.catalogue().reader())
                .add(RegisteredMailbox.Kind.IMAP, source.name(), PRINCIPAL, source.name(), null, NIGHT));
        return added[0];
    }

    private MailboxPurge purge() {
        MailServers servers = new MailServers(
                () -> List.of(new Account(source, new IngestRequest.Custody.One(PRINCIPAL), source::check)), folder);
        return new MailboxPurge(district.rooms, district.trips, servers::open);
    }

    private List<MailboxMessage> listed() {
        try (Mailbox mailbox = new ImapMailbox(source.account(), folder);
                Stream<MailboxMessage> all = mailbox.messages()) {
            return all.toList();
        }
    }

    @Test
    void exactlyTheEligibleMessagesLeaveAndStayInTheArchive() throws ImapProblem {
        deliver(120, "INBOX", RECENT, SEEN);
        deliver(1, "INBOX", RECENT, SEEN, "\\Deleted");
        deliver(3, "INBOX", OLD, SEEN);
        deliver(2, "Sent", OLD, SEEN);
        deliver(4, "Board packets", OLD, SEEN);
        deliver(2, "INBOX", OLD, "\\Draft");
        deliver(1, "INBOX", OLD, "\\Flagged");
        takeIn();
        deliver(1, "INBOX", OLD);
        List<MailboxMessage> before = listed();
        MailboxReport report = purge().run(mailbox(), () -> false);
        assertThat(report.stopped()).isNull();
        assertThat(report.removed()).isEqualTo(5);
        assertThat(kept(report, KeptFor.NOT_OLD_ENOUGH)).isEqualTo(121);
        assertThat(kept(report, KeptFor.OTHER_FOLDER)).isEqualTo(4);
        assertThat(kept(report, KeptFor.DRAFT)).isEqualTo(2);
        assertThat(kept(report, KeptFor.FLAGGED)).isEqualTo(1);
        assertThat(kept(report, KeptFor.NOT_ARCHIVED)).isEqualTo(1);
        List<MailboxMessage> gone = before.stream()
                .filter(one -> Box.purged().contains(one.box()) && OLD.equals(one.received()))
                .filter(one -> one.flags().equals(java.util.Set.of("seen")))
                .toList();
        assertThat(gone).hasSize(5);
        assertThat(listed())
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().filter(one -> !gone.contains(one)).toList());
        assertThat(district.removals()).hasSize(5);
        assertThat(district.rooms.items().holdings().items()).isEqualTo(133);
    }

    /** The number is of {@code -Dmuniment.imap}. */
    @Test
    @Tag("slow")
    void ofManyMessagesExactlyTheEligibleLeave() throws IOException {
        int all = Integer.getInteger("muniment.imap", 2_000);
        server().fill("principal", all, i -> (i % 25 == 3 ? OLD : RECENT).plusSeconds(i % 1000));
        takeIn();
        List<MailboxMessage> before = listed();
        long began = System.nanoTime();
        MailboxReport report = purge().run(mailbox(), () -> false);
        System.out.printf("%d of %d purged in %.1f s%n", report.removed(), all, (System.nanoTime() - began) / 1e9);
        assertThat(report.stopped()).isNull();
        assertThat(report.removed()).isEqualTo(all / 25);
        assertThat(listed())
                .containsExactlyInAnyOrderElementsOf(before.stream()
                        .filter(one -> Objects.requireNonNull(one.received()).isAfter(OLD.plusSeconds(1000)))
                        .toList());
        assertThat(district.rooms.items().holdings().items()).isEqualTo(all);
    }

    @Test
    void whatIsJudgedUnderOneNumberIsNotRemovedUnderAnother() throws Exception {
        deliver(6, "INBOX", RECENT);
        deliver(2, "INBOX", OLD);
        takeIn();
        MailboxReport stopped = purge().run(mailbox(), () -> false);
        assertThat(stopped.stopped()).contains("more than 5 %");
        Thread.sleep(1100); // A new UIDVALIDITY is the second in which Dovecot gives it.
        server().renumber("principal");
        purge().override(mailbox(), CLERK, "The first purge of this mailbox");
        MailboxReport report = purge().run(mailbox(), () -> false);
        assertThat(report.removed()).isZero();
        assertThat(kept(report, KeptFor.RENUMBERED)).isEqualTo(2);
        assertThat(listed()).hasSize(8);
        assertThat(district.removals()).isEmpty();
    }

    @Test
    void aConnectionThatBreaksBehindARemovalLosesNoEntry() throws ImapProblem {
        deliver(60, "INBOX", RECENT);
        deliver(2, "INBOX", OLD);
        takeIn();
        MailboxPurge breaking = new MailboxPurge(
                district.rooms, district.trips, mailbox -> new Meddling(new ImapMailbox(source.account(), folder)) {
                    @Override
                    public List<Removal> remove(List<MailboxMessage> messages) {
                        super.remove(messages);
                        throw new MailboxUnavailable("the connection broke");
                    }
                });
        MailboxReport broken = breaking.run(mailbox(), () -> false);
        assertThat(broken.unfinished()).isTrue();
        assertThat(district.removals()).isEmpty();
        assertThat(listed()).hasSize(60);
        MailboxReport settled = purge().run(mailbox(), () -> false);
        assertThat(settled.run()).isEqualTo(broken.run());
        assertThat(settled.removed()).isEqualTo(2);
        assertThat(district.removals()).hasSize(2);
    }

    @Test
    void anAccountThatSourcesYamlDoesNotNameIsNotPurged() throws ImapProblem {
        deliver(1, "INBOX", OLD);
        takeIn();
        MailboxReport report =
                new MailboxPurge(district.rooms, district.trips, MailServers.none()::open).run(mailbox(), () -> false);
        assertThat(report.stopped()).contains("names no account imap://principal@localhost");
        assertThat(listed()).hasSize(1);
    }
}

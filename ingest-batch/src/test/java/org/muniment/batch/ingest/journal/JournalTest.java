package org.muniment.batch.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Dates;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.Run;
import org.muniment.batch.ingest.Reconciliation;

/** What a journal promises those who send to it. */
class JournalTest {
    private static final String MAIL = "From: Clerk <clerk@district.example>\r\nTo: board@district.example\r\n"
            + "Date: Mon, 2 Mar 2026 09:00:00 -0800\r\nSubject: Budget\r\n\r\nPlease see.\r\n.hidden dot\r\nEnd";

    @TempDir
    private Path home;

    private static String number(int number) {
        return "Message-ID: <" + number + "@district.example>\r\nFrom: clerk@district.example\r\nSubject: Number "
                + number + "\r\n\r\nBody " + number;
    }

    private static String stuffed(String mail) {
        return mail.replace("\r\n.", "\r\n..");
    }

    private static Item only(Archive archive) {
        return archive.items().all().map(RegisteredItem::item).toList().getFirst();
    }

    private Archive look() {
        return Archive.read(home, Clock.systemUTC());
    }

    private static String object(Archive archive, Item item) throws IOException {
        try (var in = archive.objects().open(item.digest())) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void aMessageIsThereWithItsEnvelopeWhenItIsAcknowledged() throws Exception {
        try (Listening journal = new Listening(home);
                Client client = new Client(journal.smtp())) {
            assertThat(client.greeting()).startsWith("220 archive.district.example");
            assertThat(client.say("EHLO mail.district.example")).startsWith("250");
            client.say("MAIL FROM:<clerk@district.example>");
            client.say("RCPT TO:<secret@district.example>");
            client.say("RCPT TO:<board@district.example>");
            assertThat(client.say("DATA")).startsWith("354");
            String reply = client.say(stuffed(MAIL) + "\r\n.");
            try (Archive archive = look()) {
                Item item = only(archive);
                assertThat(reply).isEqualTo("250 2.0.0 Kept as " + item.id());
                assertThat(object(archive, item))
                        .isEqualTo(
                                "Return-Path: <clerk@district.example>\r\nX-Envelope-To: <board@district.example>\r\n"
                                        + "X-Envelope-To: <secret@district.example>\r\n" + MAIL + "\r\n");
                assertThat(item.people().envelope())
                        .extracting(Address::address)
                        .containsExactly("board@district.example", "secret@district.example");
                assertThat(item.dates().source()).isEqualTo(Dates.Source.SERVER);
                assertThat(archive.items().collections(item.id()))
                        .extracting(one -> one.custodian().address())
                        .containsExactly("board@district.example", "clerk@district.example", "secret@district.example");
            }
        }
    }

    @Test
    void aMessageOfSeveralCustodiansIsCountedOnceAndARetryIsADuplicate() throws Exception {
        try (Listening journal = new Listening(home)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                try (Client client = new Client(journal.smtp())) {
                    client.say("EHLO x");
                    assertThat(client.mail("alias@district.example", "board@district.example", MAIL))
                            .startsWith("250");
                }
            }
            journal.stop();
        }
        try (Archive archive = look()) {
            Run run = archive.runs().latest(9).getFirst();
            assertThat(run.state()).isEqualTo(Run.State.RECONCILED);
            assertThat(run.source()).isEqualTo("journal district");
            assertThat(run.tally().read()).isEqualTo(2);
            assertThat(run.tally().stored()).isEqualTo(1);
            assertThat(run.tally().duplicates()).isEqualTo(1);
            assertThat(archive.items().holdings().items()).isEqualTo(1);
            assertThat(archive.items().collections(only(archive).id()))
                    .hasSize(2)
                    .extracting(Collection::place)
                    .containsOnly(only(archive).digest().hex());
        }
    }

    @Test
    void aliasesAndTheJournalsOwnAddressLeadToMailboxes() throws Exception {
        try (Listening journal = new Listening(home);
                Client client = new Client(journal.smtp())) {
            client.say("EHLO x");
            client.mail(
                    "",
                    Listening.JOURNAL,
                    "From: alias@district.example\r\nTo: friend@elsewhere.example, Board <board@district.example>\r\n\r\nx");
            client.mail("", Listening.JOURNAL, "From: a@elsewhere.example\r\nSubject: Advertising\r\n\r\nx");
        }
        try (Archive archive = look()) {
            assertThat(archive.items().holdings().shares())
                    .extracting(share -> share.custodian().address())
                    .containsExactly("board@district.example", "clerk@district.example", Listening.OTHERS.address());
        }
    }

    @Test
    void lmtpAnswersForEachRecipient() throws Exception {
        try (Listening journal = new Listening(home);
                Client client = new Client(journal.lmtp())) {
            assertThat(client.greeting()).startsWith("220 ").contains("LMTP");
            assertThat(client.say("EHLO x")).startsWith("500");
            assertThat(client.say("MAIL FROM:<a@b.example>")).startsWith("503");
            assertThat(client.say("LHLO mail")).startsWith("250 SIZE 1048576");
            assertThat(client.pipeline(
                            "MAIL FROM:<clerk@district.example> SIZE=100\r\nRCPT TO:<a@district.example>\r\n"
                                    + "RCPT TO:<no@elsewhere.example>\r\nRCPT TO:<b@district.example>\r\nDATA\r\n",
                            5))
                    .extracting(reply -> reply.substring(0, 3))
                    .containsExactly("250", "250", "550", "250", "354");
            List<String> replies = client.pipeline(stuffed(MAIL) + "\r\n.\r\n", 2);
            assertThat(replies).hasSize(2).allMatch(reply -> reply.startsWith("250 2.0.0 Kept as "));
            assertThat(client.say("DATA")).startsWith("503");
            assertThat(client.say("MAIL FROM:<x@y.example> SIZE=1048577")).startsWith("552");
            assertThat(client.say("NONSENSE")).startsWith("500");
            assertThat(client.say("RSET")).startsWith("250");
            assertThat(client.say("QUIT")).startsWith("221");
            assertThat(client.reply()).isEmpty();
            try (Archive archive = look()) {
                assertThat(object(archive, only(archive)))
                        .startsWith("Return-Path: <clerk@district.example>\r\nX-Envelope-To: <a@district.example>\r\n"
                                + "X-Envelope-To: <b@district.example>\r\nFrom: Clerk")
                        .endsWith("\r\n.hidden dot\r\nEnd\r\n");
            }
        }
    }

    @Test
    void bareLineEndsDoNotEndAMessage() throws Exception {
        String smuggled = "Subject: one\r\n\r\nx\n.\nMAIL FROM:<evil@elsewhere.example>\r\ny\r\n.\rz";
        try (Listening journal = new Listening(home)) {
            for (int port : new int[] {journal.smtp(), journal.lmtp()}) {
                try (Client client = new Client(port)) {
                    client.say(port == journal.smtp() ? "EHLO x" : "LHLO x");
                    assertThat(client.mail("a@district.example", "b@district.example", smuggled))
                            .startsWith("250 2.0.0 Kept");
                    assertThat(client.say("NOOP")).startsWith("250");
                }
            }
        }
        try (Archive archive = look()) {
            assertThat(archive.items().holdings().items()).isEqualTo(1);
        }
    }

    @Test
    void whoMayNotSendIsRefusedInWords() throws Exception {
        JournalSettings from = Listening.settings(null, false, 1 << 20, 5, Duration.ofHours(1));
        JournalSettings strict = new JournalSettings(
                from.name(),
                from.smtp(),
                from.lmtp(),
                from.host(),
                null,
                false,
                new Admission(
                        List.of(Network.parse("127.0.0.1")),
                        List.of("@mail.district.example", "postmaster@district.example"),
                        List.of(Listening.JOURNAL)),
                from.largest(),
                from.connections(),
                from.period());
        try (Listening journal = new Listening(home, strict);
                Client client = new Client(journal.smtp())) {
            client.say("EHLO x");
            assertThat(client.say("MAIL FROM:<a@elsewhere.example>")).startsWith("550 5.7.1");
            assertThat(client.say("MAIL FROM:<POSTMASTER@district.example>")).startsWith("250");
            assertThat(client.say("RCPT TO:<b@district.example>")).startsWith("550 5.7.1");
            assertThat(client.say("DATA")).startsWith("503");
            assertThat(client.say("RCPT TO:<Journal@archive.district.example>")).startsWith("250");
        }
        Admission elsewhere = new Admission(List.of(Network.parse("192.0.2.0/24")), List.of(), List.of("@d.example"));
        JournalSettings foreign = new JournalSettings(
                "x", from.smtp(), from.lmtp(), "h", null, false, elsewhere, 1000, 5, Duration.ofHours(1));
        try (Listening journal = new Listening(home, foreign);
                Client smtp = new Client(journal.smtp());
                Client lmtp = new Client(journal.lmtp())) {
            assertThat(smtp.greeting()).isEqualTo("554 5.7.1 127.0.0.1 may not send here");
            assertThat(lmtp.greeting()).isEqualTo("554 5.7.1 127.0.0.1 may not send here");
        }
    }

    @Test
    void whatIsTooLargeIsRefusedAndTheSessionGoesOn() throws Exception {
        JournalSettings small = Listening.settings(null, false, 2000, 5, Duration.ofHours(1));
        try (Listening journal = new Listening(home, small)) {
            for (int port : new int[] {journal.smtp(), journal.lmtp()}) {
                try (Client client = new Client(port)) {
                    client.say(port == journal.smtp() ? "EHLO x" : "LHLO x");
                    assertThat(client.say("MAIL FROM:<a@b.example> SIZE=2001")).startsWith("552");
                    assertThat(client.mail(
                                    "a@district.example",
                                    "b@district.example",
                                    "Subject: x\r\n\r\n" + "MAIL FROM\r\n".repeat(300)))
                            .startsWith("552 5.3.4");
                    assertThat(client.mail("a@district.example", "b@district.example", number(port)))
                            .startsWith("250");
                }
            }
        }
        try (Archive archive = look()) {
            assertThat(archive.items().holdings().items()).isEqualTo(2);
        }
    }

    @Test
    void aMessageThatBreaksOffIsNotKept() throws Exception {
        try (Listening journal = new Listening(home)) {
            for (int port : new int[] {journal.smtp(), journal.lmtp()}) {
                try (Client client = new Client(port)) {
                    client.say(port == journal.smtp() ? "EHLO x" : "LHLO x");
                    client.say("MAIL FROM:<a@district.example>");
                    client.say("RCPT TO:<b@district.example>");
                    client.say("DATA");
                    client.send("Subject: half\r\n\r\nHalf of");
                }
            }
            try (Client client = new Client(journal.smtp())) {
                client.say("EHLO x");
                assertThat(client.mail("a@district.example", "b@district.example", MAIL))
                        .startsWith("250");
            }
        }
        try (Archive archive = look()) {
            assertThat(only(archive).subject()).isEqualTo("Budget");
            assertThat(archive.items().holdings().items()).isEqualTo(1);
        }
    }

    @Test
    void manySendersShareTheCommitsAndEachMessageIsThere() throws Exception {
        int senders = 12;
        int each = 25;
        try (Listening journal = new Listening(home);
                ExecutorService threads = Executors.newFixedThreadPool(senders)) {
            IntStream.range(0, senders)
                    .mapToObj(sender -> CompletableFuture.runAsync(
                            () -> send(sender % 2 == 0 ? journal.smtp() : journal.lmtp(), sender * each, each),
                            threads))
                    .toList()
                    .forEach(CompletableFuture::join);
            journal.stop();
        }
        try (Archive archive = look()) {
            Run run = archive.runs().latest(1).getFirst();
            assertThat(run.tally().read()).isEqualTo(senders * each);
            assertThat(run.tally().holds()).isTrue();
            assertThat(archive.items().holdings().items()).isEqualTo(senders * each);
            assertThat(archive.index().size()).isEqualTo(senders * each);
        }
    }

    private static void send(int port, int first, int count) {
        try (Client client = new Client(port)) {
            client.say("EHLO x");
            client.say("LHLO x");
            for (int i = first; i < first + count; i++) {
                assertThat(client.mail("clerk@district.example", "board@district.example", number(i)))
                        .startsWith("250 2.0.0 Kept");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatCannotBeKeptNowIsToBeSentAgainAndThenIsKept() throws Exception {
        try (Listening journal = new Listening(home);
                Client client = new Client(journal.smtp())) {
            client.say("EHLO x");
            journal.breakDown(true);
            assertThat(client.mail("a@district.example", "b@district.example", MAIL))
                    .startsWith("451 4.3.0");
            assertThat(journal.failures()).isNotEmpty();
            journal.breakDown(false);
            String reply = "";
            for (int i = 0; i < 100 && !reply.startsWith("250"); i++) {
                Thread.sleep(100);
                reply = client.mail("a@district.example", "b@district.example", MAIL);
            }
            assertThat(reply).startsWith("250 2.0.0 Kept");
        }
        try (Archive archive = look()) {
            assertThat(archive.items().holdings().items()).isEqualTo(1);
        }
    }

    @Test
    void aRunEndsWithItsPeriodAndTheNextBeginsWithAMessage() throws Exception {
        JournalSettings brief = Listening.settings(null, false, 1 << 20, 5, Duration.ofMillis(200));
        try (Listening journal = new Listening(home, brief);
                Client client = new Client(journal.smtp())) {
            client.say("EHLO x");
            for (int i = 0; i < 3; i++) {
                assertThat(client.mail("a@district.example", "b@district.example", number(i)))
                        .startsWith("250");
                for (int waited = 0; journal.runs().size() <= i && waited < 300; waited++) {
                    Thread.sleep(100);
                }
            }
            assertThat(journal.runs()).extracting(Reconciliation::read).containsExactly(1L, 1L, 1L);
        }
    }

    @Test
    void othersWhoWantToWriteAreLetInAndMailIsKeptAfterwards() throws Exception {
        try (Listening journal = new Listening(home);
                Client client = new Client(journal.smtp())) {
            client.say("EHLO x");
            assertThat(client.mail("a@district.example", "b@district.example", number(1)))
                    .startsWith("250");
            CompletableFuture<String> meanwhile;
            try (Archive other = Archive.write(home, Clock.systemUTC())) {
                assertThat(other.isWanted()).isFalse();
                meanwhile = CompletableFuture.supplyAsync(() -> late(client));
                Thread.sleep(300);
                assertThat(meanwhile).isNotDone();
                assertThatThrownBy(() -> Archive.write(home, Clock.systemUTC()))
                        .hasMessageContaining("Another command is writing");
            }
            assertThat(meanwhile.get()).startsWith("250");
        }
    }

    private static String late(Client client) {
        try {
            return client.mail("a@district.example", "b@district.example", number(2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void closingAnswersWhatIsUnderWayAndTakesNothingNew() throws Exception {
        try (Listening journal = new Listening(home);
                Client client = new Client(journal.smtp());
                Client idle = new Client(journal.smtp())) {
            client.say("EHLO x");
            idle.say("EHLO x");
            client.say("MAIL FROM:<a@district.example>");
            client.say("RCPT TO:<b@district.example>");
            client.say("DATA");
            CompletableFuture<Void> stop = CompletableFuture.runAsync(journal::stop);
            Thread.sleep(100);
            assertThat(idle.say("MAIL FROM:<a@district.example>")).startsWith("421 4.3.2");
            assertThat(client.say(MAIL + "\r\n.")).startsWith("250 2.0.0 Kept");
            stop.get();
        }
        try (Archive archive = look()) {
            assertThat(archive.runs().latest(1).getFirst().state()).isEqualTo(Run.State.RECONCILED);
        }
    }
}

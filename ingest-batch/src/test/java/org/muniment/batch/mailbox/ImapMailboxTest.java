package org.muniment.batch.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.batch.ingest.imap.Dovecot;
import org.muniment.batch.ingest.imap.ImapConnection;
import org.muniment.batch.ingest.imap.ImapProblem;
import org.muniment.batch.ingest.imap.MailAccount;
import org.muniment.batch.ingest.imap.RealMailServer;
import org.muniment.batch.ingest.imap.TestAccount;
import org.muniment.batch.mailbox.Mailbox.Removal;

class ImapMailboxTest extends MailboxContract {
    private static final Map<Character, String> FLAGS = Map.of('S', "\\Seen", 'F', "\\Flagged", 'T', "\\Deleted");

    @RegisterExtension
    static final RealMailServer SERVER = new RealMailServer();

    @TempDir
    private Path folder;

    private @Nullable Mailbox mailbox;

    private static Dovecot server() {
        return SERVER.get();
    }

    @BeforeEach
    void open() {
        mailbox = new ImapMailbox(account(), folder);
    }

    private MailAccount account() {
        return TestAccount.at(server().port(), folder).account();
    }

    @AfterEach
    void close() {
        mailbox().close();
    }

    @Override
    Mailbox mailbox() {
        return Objects.requireNonNull(mailbox);
    }

    @Override
    void deliver(String box, Instant received, String flags, String text) throws IOException {
        List<String> marks = flags.chars()
                .mapToObj(flag -> FLAGS.getOrDefault((char) flag, ""))
                .toList();
        try (ImapConnection connection = account().connect()) {
            TestAccount.deliver(connection, box, marks, received, text);
        } catch (ImapProblem problem) {
            throw new IOException(problem);
        }
    }

    @Override
    String served(String text) {
        return text.replace("\n", "\r\n");
    }

    /** Dovecot keeps a message's size in its name, and the time in the file's own. */
    @Override
    void overwrite(String text) throws IOException {
        mailbox().close();
        Path file = server().messages("principal").getFirst();
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, time);
        Path unsized = file.resolveSibling(file.getFileName().toString().replaceAll(",[SW]=\\d+", ""));
        Files.move(file, unsized);
        server().lookAgain("principal");
        Path uids = server().maildir("principal").resolve("dovecot-uidlist");
        Files.writeString(
                uids, Files.readString(uids).replaceAll(",[SW]=\\d+", "").replaceAll(" [SW]\\d+", ""));
    }

    @Override
    void markRead() throws IOException {
        server().mark("principal", "\\Seen");
    }

    @Test
    void messagesThatSomebodyElseMarkedAsDeletedStay() throws IOException {
        deliver("INBOX", RECEIVED, "T", "marked by its owner");
        deliver("INBOX", RECEIVED, "", "to be removed");
        List<MailboxMessage> all = listed();
        assertThat(mailbox().remove(List.of(all.get(1)))).containsExactly(Removal.GONE);
        assertThat(listed()).containsExactly(all.getFirst());
        assertThat(listed().getFirst().flags()).contains("trashed");
    }

    @Test
    void whatItsOwnerFlagsMeanwhileStays() throws IOException {
        deliver("INBOX", RECEIVED, "", "message");
        List<MailboxMessage> all = listed();
        server().mark("principal", "\\Flagged");
        assertThat(mailbox().remove(all)).containsExactly(Removal.CHANGED);
        assertThat(listed()).hasSize(1);
    }

    @Test
    void aPlaceMeansNothingAnyMoreWhenTheServerNumbersAnew() throws Exception {
        deliver("INBOX", RECEIVED, "", "message");
        List<MailboxMessage> all = new ArrayList<>(listed());
        Thread.sleep(1100); // A new UIDVALIDITY is the second in which Dovecot gives it.
        mailbox().close();
        server().renumber("principal");
        assertThatThrownBy(() -> mailbox().find(all.getFirst().place())).isInstanceOf(PlaceLost.class);
        assertThatThrownBy(() -> mailbox().open(all.getFirst())).isInstanceOf(MailboxUnavailable.class);
        assertThat(mailbox().remove(all)).containsExactly(Removal.CHANGED);
        assertThat(listed()).hasSize(1);
    }

    @Test
    void aServerThatIsAwayIsNoEmptyMailbox() {
        try (Mailbox away = new ImapMailbox(TestAccount.at(1, folder).account(), folder, Duration.ofMillis(10))) {
            assertThatThrownBy(away::messages).isInstanceOf(MailboxUnavailable.class);
            assertThatThrownBy(() -> away.find("17/1/INBOX")).isInstanceOf(MailboxUnavailable.class);
        }
    }

    @Test
    void theFolderOfSentMailIsKnownByItsUse() throws IOException {
        deliver("Sent", RECEIVED, "", "one");
        deliver("Sent/2024", RECEIVED, "", "two");
        assertThat(listed()).extracting(MailboxMessage::box).containsExactlyInAnyOrder(Box.OUT, Box.OTHER);
    }
}

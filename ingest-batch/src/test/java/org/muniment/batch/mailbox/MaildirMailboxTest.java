package org.muniment.batch.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.batch.mailbox.Mailbox.Removal;

class MaildirMailboxTest extends MailboxContract {
    @TempDir
    private Path folder;

    private TestMaildir maildir = new TestMaildir(Path.of("unused"));
    private Mailbox mailbox = new MaildirMailbox(Path.of("unused"));

    @BeforeEach
    void create() {
        maildir = new TestMaildir(folder.resolve("Maildir"));
        mailbox = new MaildirMailbox(maildir.root());
    }

    @Override
    Mailbox mailbox() {
        return mailbox;
    }

    @Override
    void deliver(String name, Instant received, String flags, String text) {
        maildir.deliver(name, received, flags, text);
    }

    @Override
    void overwrite(String text) throws IOException {
        Files.writeString(maildir.files().getFirst(), text);
    }

    @Override
    void markRead() throws IOException {
        Path file = maildir.files().getFirst();
        Files.move(file, file.resolveSibling(file.getFileName() + "S"));
    }

    @Test
    void aMessageMovedFromNewToCurIsFoundAgain() throws IOException {
        Path unread = maildir.root().resolve("new/1700000000.M1P1.mail");
        Files.writeString(unread, "message");
        MailboxMessage before = listed().getFirst();
        Files.move(unread, maildir.root().resolve("cur/1700000000.M1P1.mail:2,S"));
        assertThat(mailbox.remove(List.of(before))).containsExactly(Removal.ABSENT);
        assertThat(mailbox.find(before.place()))
                .hasValueSatisfying(now -> assertThat(now.place()).isEqualTo("cur/1700000000.M1P1.mail:2,S"));
    }

    @Test
    void aFolderWithoutItsDiskIsNoEmptyMailbox() throws IOException {
        Path unmounted = Files.createDirectories(folder.resolve("mount"));
        Mailbox nothing = new MaildirMailbox(unmounted);
        assertThatThrownBy(nothing::messages).isInstanceOf(MailboxUnavailable.class);
        assertThatThrownBy(() -> nothing.find("cur/1.M1.mail:2,")).isInstanceOf(MailboxUnavailable.class);
    }

    @Test
    void placesOutsideTheMailboxAreRefused() throws IOException {
        Path other =
                Files.writeString(Files.createDirectories(folder.resolve("cur")).resolve("precious"), "kept");
        assertThatThrownBy(() -> mailbox.find("../cur/precious")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mailbox.find("dovecot.index")).isInstanceOf(IllegalArgumentException.class);
        assertThat(other).exists();
    }

    @Test
    void linksAreNotMessages() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "elsewhere");
        Files.createSymbolicLink(maildir.root().resolve("cur/1700000000.M1P1.mail:2,"), target);
        Path elsewhere = folder.resolve("elsewhere");
        new TestMaildir(elsewhere).deliver("INBOX", RECEIVED, "", "somebody else's");
        Path linked = Files.createDirectories(maildir.root().resolve(".Sent/new"))
                .resolve("..")
                .normalize();
        Files.createSymbolicLink(linked.resolve("cur"), elsewhere.resolve("cur"));
        assertThat(listed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INBOX,IN",
        "inbox,IN",
        "Sent,OUT",
        "INBOX/Sent,OUT",
        "Sent Items,OUT",
        "Sent Messages,OUT",
        "[Gmail]/Sent Mail,OUT",
        "Outbox,OUT",
        "Sent/2024,OTHER",
        "INBOX/Board,OTHER",
        "Drafts,OTHER",
        "Trash,OTHER",
        "Archive,OTHER",
        "Inbox archive,OTHER",
        "Presented,OTHER"
    })
    void onlyInAndOutBoxesAreBoxes(String name, Box box) {
        assertThat(Box.of(name)).isEqualTo(box);
    }
}

package org.muniment.batch.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muniment.batch.mailbox.Mailbox.Removal;

/** What every mailbox does, whatever server it is on. */
abstract class MailboxContract {
    static final Instant RECEIVED = Instant.parse("2026-03-02T17:30:00Z");

    abstract Mailbox mailbox();

    /** Puts a message into the mailbox, as its server would. */
    abstract void deliver(String folder, Instant received, String flags, String text) throws IOException;

    /** Changes the bytes of the only message, as nobody should. */
    abstract void overwrite(String text) throws IOException;

    /** Marks the only message as read. */
    abstract void markRead() throws IOException;

    /** What the server hands out of a text that was delivered. */
    String served(String text) {
        return text;
    }

    @Test
    void everyMessageIsListedOnceWithItsFolderAndTheServersTime() throws IOException {
        deliver("INBOX", RECEIVED, "S", "one");
        deliver("Sent", RECEIVED.plusSeconds(1), "", "three");
        deliver("Board packets", RECEIVED, "F", "fifteen letters");
        List<MailboxMessage> all = listed();
        assertThat(all).extracting(MailboxMessage::folder).containsExactlyInAnyOrder("INBOX", "Sent", "Board packets");
        assertThat(all).extracting(MailboxMessage::box).containsExactlyInAnyOrder(Box.IN, Box.OUT, Box.OTHER);
        assertThat(all).extracting(MailboxMessage::size).containsExactlyInAnyOrder(3L, 5L, 15L);
        assertThat(all).filteredOn(one -> one.box() == Box.IN).singleElement().satisfies(one -> {
            assertThat(one.received()).isEqualTo(RECEIVED);
            assertThat(one.flags()).containsExactly("seen");
        });
        assertThat(all).extracting(MailboxMessage::place).doesNotHaveDuplicates();
    }

    @Test
    void bytesAreThoseDelivered() throws IOException {
        deliver("INBOX", RECEIVED, "", "Subject: Ünïcode\n\nbody\n");
        assertThat(text(listed().getFirst())).isEqualTo(served("Subject: Ünïcode\n\nbody\n"));
    }

    @Test
    void exactlyTheNamedMessagesAreRemoved() throws IOException {
        for (int i = 0; i < 5; i++) {
            deliver("INBOX", RECEIVED.plusSeconds(i), "", "message " + i);
        }
        List<MailboxMessage> all = listed();
        assertThat(mailbox().remove(List.of(all.get(1), all.get(3)))).containsExactly(Removal.GONE, Removal.GONE);
        assertThat(listed()).containsExactlyInAnyOrder(all.get(0), all.get(2), all.get(4));
        assertThat(mailbox().find(all.get(1).place())).isEmpty();
        assertThat(mailbox().find(all.get(2).place())).contains(all.get(2));
    }

    @Test
    void aMessageThatIsNotThereAnyMoreIsNotSaidToBeRemoved() throws IOException {
        deliver("INBOX", RECEIVED, "", "message");
        List<MailboxMessage> all = listed();
        mailbox().remove(all);
        assertThat(mailbox().remove(all)).containsExactly(Removal.ABSENT);
        assertThatThrownBy(() -> text(all.getFirst())).isInstanceOf(MailboxUnavailable.class);
    }

    @Test
    void aMessageThatChangedSinceItWasListedStays() throws IOException {
        deliver("INBOX", RECEIVED, "", "as listed");
        List<MailboxMessage> all = listed();
        overwrite("as edited since");
        assertThat(mailbox().remove(all)).containsExactly(Removal.CHANGED);
        assertThat(text(listed().getFirst())).isEqualTo("as edited since");
    }

    @Test
    void aMarkedMessageIsFoundAgainButNotRemovedAsWhatItWas() throws IOException {
        deliver("INBOX", RECEIVED, "", "read by its owner meanwhile");
        MailboxMessage before = listed().getFirst();
        markRead();
        MailboxMessage after = mailbox().find(before.place()).orElseThrow();
        assertThat(after.flags()).containsExactly("seen");
        assertThat(text(after)).isEqualTo("read by its owner meanwhile");
        assertThat(mailbox().remove(List.of(after))).containsExactly(Removal.GONE);
        assertThat(mailbox().find(before.place())).isEmpty();
    }

    List<MailboxMessage> listed() {
        try (Stream<MailboxMessage> all = mailbox().messages()) {
            return all.toList();
        }
    }

    String text(MailboxMessage message) throws IOException {
        try (InputStream in = mailbox().open(message)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

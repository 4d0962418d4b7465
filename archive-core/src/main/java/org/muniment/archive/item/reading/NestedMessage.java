package org.muniment.archive.item.reading;

import java.util.List;
import org.muniment.archive.item.Address;
import org.muniment.archive.store.Spool;

/** Reads a message inside a message: its text is the attachment's, its attachments are listed after it. */
final class NestedMessage {
    private final Gathering gathering;
    private final int depth;

    NestedMessage(Gathering gathering, int depth) {
        this.gathering = gathering;
        this.depth = depth;
    }

    void read(AttachedFile file) {
        read(file.place(), file.content().bytes());
    }

    void read(String place, Spool bytes) {
        Body body = new Body();
        MessageReader.Message message = new MessageReader(gathering, place, depth, body).read(MessageBytes.of(bytes));
        gathering.gapsOf(message.headers(), place);
        MailFacts facts = new MailFacts(message, gathering.limits().addresses());
        StringBuilder text = new StringBuilder();
        line(text, "From: ", names(facts.people().from()));
        line(text, "To: ", names(facts.people().to()));
        line(text, "Cc: ", names(facts.people().cc()));
        line(text, "Date: ", facts.dateAsWritten());
        line(text, "Subject: ", facts.subject());
        gathering.text(place, text.append(body.text()).toString());
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append(label).append(value).append('\n');
        }
    }

    private static String names(List<Address> addresses) {
        return String.join(", ", addresses.stream().map(Address::toString).toList());
    }
}

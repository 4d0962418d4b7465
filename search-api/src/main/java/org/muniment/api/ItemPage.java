package org.muniment.api;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item as a person reads it: what is known of it, where it came from, then its text. */
final class ItemPage {
    private final Terminal terminal;
    private final ZoneId zone;

    ItemPage(Terminal terminal, ZoneId zone) {
        this.terminal = terminal;
        this.zone = zone;
    }

    void print(ShownItem item) {
        line("Item", item.id() + "  (" + item.kind() + ", " + Terminal.bytes(item.size()) + ")");
        line("Subject", item.subject().isBlank() ? "(none)" : item.subject());
        line("Address", item.address());
        people(item);
        dates(item);
        call(item.call());
        reading(item);
        item.attachments().forEach(this::attachment);
        line("Message-ID", item.messageId());
        line("SHA-256", item.digest());
        line("Copies", "find them with: muniment search duplicate:" + item.duplicateGroup());
        classification(item.classification());
        item.collections().forEach(this::collection);
        item.containers().forEach(this::container);
        line("Held by", String.join(", ", item.holds()));
        item.ledger()
                .forEach(event ->
                        line("Ledger", "entry " + event.entry() + ", " + time(event.at()) + ": " + event.what()));
        text(item.text());
    }

    private void people(ShownItem item) {
        line("From", item.from());
        line("To", item.to());
        line("Cc", item.cc());
        line("Bcc", item.bcc());
        line("Delivered to", item.envelope());
        line("Exchange", item.exchange());
    }

    private void dates(ShownItem item) {
        String written = item.sentAsWritten().isBlank() ? "" : ", written as " + item.sentAsWritten();
        line("Sent", time(item.sent()) + written);
        String source = item.receivedSource().replace('_', ' ');
        line("Received", time(item.received()) + (item.received() == null ? "" : ", by the " + source));
    }

    private void call(@Nullable ShownCall call) {
        if (call != null) {
            line("Call", call.words());
            line("Transcript", call.heard());
        }
    }

    private void reading(ShownItem item) {
        line("Read", item.indexed().equals("not") ? "not at all" : item.indexed());
        item.gaps().forEach(gap -> line("", gap.text()));
    }

    private void attachment(ShownItem.File file) {
        line(
                file.inline() ? "Picture" : "Attachment",
                (file.name().isBlank() ? "(no name)" : file.name()) + "  (part " + file.place() + ", " + file.type()
                        + ", " + Terminal.bytes(file.size()) + ")");
    }

    private void classification(@Nullable ShownClass one) {
        if (one == null) {
            line("Class", "not classified yet");
            return;
        }
        line("Class", one.words());
        line("", one.reason());
        line("Eligible", one.eligible());
        if (one.atMost() != null) {
            line("", "the law wants it destroyed by " + one.atMost());
        }
    }

    private void collection(ShownItem.Collected one) {
        String flags = one.flags().isEmpty() ? "" : " [" + String.join(" ", one.flags()) + "]";
        String folder = one.folder().isBlank() ? "" : ", folder " + one.folder();
        line("Collected", time(one.at()) + " from the mailbox of " + one.custodian() + folder + flags);
        line("", one.source());
        line("", one.place());
    }

    private void container(ShownItem.Contained one) {
        String state = one.destroyed() == null ? "kept" : "destroyed " + time(one.destroyed());
        line("Out of", one.place() + "  (" + one.format() + ", " + Terminal.bytes(one.size()) + ", " + state + ")");
        line("", "SHA-256 " + one.digest());
    }

    private void text(String text) {
        if (!text.isBlank()) {
            terminal.say("");
            text.strip().lines().forEach(line -> terminal.say("%s", line));
        }
    }

    private String time(@Nullable String time) {
        return Terminal.time(time, zone);
    }

    private void line(String name, List<String> values) {
        for (int at = 0; at < values.size(); at++) {
            line(at == 0 ? name : "", values.get(at));
        }
    }

    private void line(String name, String value) {
        if (!value.isBlank()) {
            terminal.say("%-12s  %s", name, Terminal.plain(value));
        }
    }
}

package org.muniment.batch.ingest.imap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What a mailbox says of a message beside its bytes: the folder people see it in, and its marks. */
final class Labels {
    /** In this order: a message in the inbox is mail that came, whatever else it is called. */
    private static final Map<String, String> BOXES =
            Map.of("\\inbox", "INBOX", "\\sent", "[Gmail]/Sent Mail", "\\draft", "[Gmail]/Drafts");

    private static final List<String> FIRST = List.of("\\inbox", "\\sent", "\\draft");

    private Labels() {}

    /** The folder; in Gmail's view of all mail the one its labels name. */
    static String folder(MailFolder folder, Optional<ListedMessage> listed) {
        if (!folder.attributes().contains("\\all") || listed.isEmpty()) {
            return folder.path();
        }
        List<String> labels = listed.orElseThrow().labels();
        return FIRST.stream()
                .filter(box -> labels.stream().anyMatch(box::equalsIgnoreCase))
                .map(box -> BOXES.getOrDefault(box, box))
                .findFirst()
                .or(() -> labels.stream()
                        .filter(label -> !label.startsWith("\\"))
                        .sorted()
                        .findFirst())
                .orElse(folder.path());
    }

    /** The marks; one more when the server told another length than it gave. */
    static List<String> flags(Optional<ListedMessage> listed, long size) {
        TreeSet<String> flags = new TreeSet<>(listed.map(ListedMessage::flags).orElse(List.of()));
        listed.filter(message -> message.size() != size)
                .ifPresent(message -> flags.add("listed-as-" + message.size() + "-bytes"));
        return List.copyOf(flags);
    }
}

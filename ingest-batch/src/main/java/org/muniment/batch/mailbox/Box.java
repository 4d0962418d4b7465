package org.muniment.batch.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which of a mailbox's boxes a folder is. Only in- and out-boxes are ever purged (AR 7203, D.2). */
public enum Box {
    /** Where mail arrives. */
    IN,
    /** Where sent mail is kept, or waits to be sent. */
    OUT,
    /** Any folder a person made, drafts, the wastebasket: never touched. */
    OTHER;

    private static final Set<String> IN_NAMES = Set.of("", "inbox");
    private static final Set<String> OUT_NAMES = Set.of(
            "sent",
            "sent items",
            "sent messages",
            "sent mail",
            "sent-mail",
            "sent_mail",
            "outbox",
            "[gmail]/sent mail",
            "[google mail]/sent mail");

    /**
     * Tells by a folder's name, whatever the letters' case; {@code /} between levels. A folder within an in- or out-box
     * is a person's own.
     */
    public static Box of(String folder) {
        String name = folder.strip().toLowerCase(Locale.ROOT);
        if (IN_NAMES.contains(name)) {
            return IN;
        }
        String own = name.startsWith("inbox/") ? name.substring("inbox/".length()) : name;
        return OUT_NAMES.contains(own) ? OUT : OTHER;
    }

    /** The boxes that may be purged. */
    public static List<Box> purged() {
        return List.of(IN, OUT);
    }
}

package org.muniment.batch.ingest.imap;

import java.util.Set;

/**
 * A folder of a mail account.
 *
 * @param wire its name as the server writes it, one character for each byte
 * @param name its name for people: modified UTF-7 undone, the server's own separators
 * @param path the same with {@code /} between levels
 * @param attributes what the server says of it, in small letters: {@code \all}, {@code \sent}, {@code \noselect}, …
 */
public record MailFolder(String wire, String name, String path, Set<String> attributes) {
    public MailFolder {
        attributes = Set.copyOf(attributes);
    }

    /** Whether it can hold messages. */
    public boolean holdsMessages() {
        return !attributes.contains("\\noselect") && !attributes.contains("\\nonexistent");
    }
}

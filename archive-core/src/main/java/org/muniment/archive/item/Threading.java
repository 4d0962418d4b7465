package org.muniment.archive.item;

import java.util.List;

/**
 * What ties a message to others, as its headers say (RFC 5322 3.6.4); angle brackets removed, nothing shortened.
 *
 * @param messageId empty when absent; no duplicate key in either direction
 * @param inReplyTo ids named in {@code In-Reply-To}
 * @param references ids named in {@code References}, oldest first
 * @param conversation the first 22 bytes of Exchange's {@code Thread-Index} in hexadecimal; empty when absent
 */
public record Threading(String messageId, List<String> inReplyTo, List<String> references, String conversation) {
    public Threading {
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
    }
}

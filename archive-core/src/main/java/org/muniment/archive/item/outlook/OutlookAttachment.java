package org.muniment.archive.item.outlook;

import org.muniment.archive.store.Spool;

/**
 * Something attached to a message of Outlook.
 *
 * @param name its file name, or the subject of an attached message
 * @param type media type as the sender has it; empty when none is kept
 * @param contentId by which the body shows it, without angle brackets; empty for none
 * @param content what is attached
 */
public record OutlookAttachment(String name, String type, String contentId, Content content) {
    /** What is attached. */
    public sealed interface Content {}

    /** Bytes; closed by whoever writes the message. */
    public record Bytes(Spool bytes) implements Content {}

    /** A message in the message. */
    public record Embedded(OutlookMessage message) implements Content {}

    /** Nothing but where it lies: a path or an address. */
    public record Link(String where) implements Content {}

    /** It could not be read; the reason in plain words, without content. */
    public record Missing(String reason) implements Content {}
}

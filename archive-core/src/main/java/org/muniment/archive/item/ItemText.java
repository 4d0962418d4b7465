package org.muniment.archive.item;

import java.util.List;

/**
 * The words of an item, for matching and showing.
 *
 * @param body the message's own text: the plain part, or the HTML part as text when there is no plain one
 * @param attachments text of the attachments that could be read, in their order
 * @param address of a posting: where it stood, as captured; empty when not told, and for other kinds
 * @param callers of a voicemail: who called, by each name and number that is told; empty for other kinds
 */
public record ItemText(String body, List<AttachmentText> attachments, String address, List<Address> callers) {
    public static final ItemText NONE = new ItemText("", List.of());

    /**
     * @param place the attachment's place
     * @param text what could be read of it
     */
    public record AttachmentText(String place, String text) {}

    public ItemText {
        attachments = List.copyOf(attachments);
        callers = List.copyOf(callers);
    }

    /** Of an item that stood at no address and was no call. */
    public ItemText(String body, List<AttachmentText> attachments) {
        this(body, attachments, "", List.of());
    }

    /** The same with other words of the message's own. */
    public ItemText withBody(String words) {
        return new ItemText(words, attachments, address, callers);
    }
}

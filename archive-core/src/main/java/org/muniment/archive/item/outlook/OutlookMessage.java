package org.muniment.archive.item.outlook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message, appointment, contact, task or note as Outlook keeps it: a set of properties. Texts are empty when there are
 * none.
 *
 * @param messageClass what it is, as Outlook names it: {@code IPM.Note}, {@code IPM.Appointment}
 * @param headers the header fields it was transported with, as written; empty for what never travelled
 * @param subject with its prefix
 * @param people who wrote to whom
 * @param times when what happened to it
 * @param threading what ties it to others
 * @param body its words in every form that is kept
 * @param marks what Outlook shows beside it
 * @param details what only its kind has: times of an appointment, numbers of a contact
 * @param attachments in their order
 * @param gaps what of it could not be read, in plain words without content
 */
public record OutlookMessage(
        String messageClass,
        String headers,
        String subject,
        People people,
        Times times,
        Threading threading,
        Body body,
        Marks marks,
        List<Detail> details,
        List<OutlookAttachment> attachments,
        List<String> gaps) {
    public OutlookMessage {
        details = List.copyOf(details);
        attachments = List.copyOf(attachments);
        gaps = List.copyOf(gaps);
    }

    /**
     * Somebody, in both forms of address.
     *
     * @param name as shown
     * @param smtp {@code local@domain}; empty when none is kept
     * @param other the address as written where that is another kind: an Exchange distinguished name, a fax number
     */
    public record Party(String name, String smtp, String other) {
        /** @param written the address as it is kept, whatever its kind */
        public static Party of(String name, String smtp, String written) {
            boolean mail = written.indexOf('@') > 0 && !written.startsWith("/");
            String known = smtp.isBlank() && mail ? written : smtp;
            return new Party(name.strip(), known.strip(), mail ? "" : written.strip());
        }

        boolean isNobody() {
            return name.isEmpty() && smtp.isEmpty() && other.isEmpty();
        }
    }

    /**
     * Who wrote to whom.
     *
     * @param from on whose behalf it was written
     * @param sender who sent it for them; the same in most cases
     */
    public record People(Party from, Party sender, List<Party> to, List<Party> cc, List<Party> bcc) {
        public People {
            to = List.copyOf(to);
            cc = List.copyOf(cc);
            bcc = List.copyOf(bcc);
        }
    }

    /**
     * When what happened to it; null where that is not known.
     *
     * @param sent the sender's program submitted it
     * @param delivered the mail server put it into the mailbox
     * @param created it came to be in the file it is in
     * @param changed it was last changed there
     * @param draft it was never sent
     */
    public record Times(
            @Nullable Instant sent,
            @Nullable Instant delivered,
            @Nullable Instant created,
            @Nullable Instant changed,
            boolean draft) {}

    /**
     * What ties it to others.
     *
     * @param conversation the conversation index, hexadecimal
     */
    public record Threading(String id, String inReplyTo, String references, String conversation) {}

    /**
     * Its words.
     *
     * @param rtf unpacked, one character per byte
     */
    public record Body(String text, String html, String rtf) {}

    /**
     * What Outlook shows beside it.
     *
     * @param importance 0 low, 1 normal, 2 high
     * @param sensitivity 0 normal, 1 personal, 2 private, 3 confidential
     */
    public record Marks(long importance, long sensitivity, List<String> categories) {
        public Marks {
            categories = List.copyOf(categories);
        }
    }

    /** A fact in words. */
    public record Detail(String label, String value) {}
}

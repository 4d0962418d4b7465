package org.muniment.archive.item.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Dates;
import org.muniment.archive.store.Digest;

/**
 * The group of copies a message belongs to: SHA-256 over authors' addresses, sent time in milliseconds (or the date as
 * written), subject, body with white space collapsed and case kept, and attachment digests; each field ends in a zero byte.
 */
final class DuplicateGroup {
    private final MessageDigest hash = Digest.sha256();

    private DuplicateGroup() {}

    static Digest of(List<Address> from, Dates dates, String subject, String body, List<Attachment> attachments) {
        DuplicateGroup group = new DuplicateGroup();
        from.forEach(author -> group.add(author.address().isEmpty() ? author.name() : author.address()));
        group.add(
                dates.sent() == null
                        ? dates.sentAsWritten()
                        : String.valueOf(dates.sent().toEpochMilli()));
        group.add(collapse(subject));
        group.add(collapse(body));
        attachments.forEach(attachment -> group.add(attachment.digest().hex()));
        return Digest.ofHash(group.hash.digest());
    }

    private void add(String field) {
        hash.update(field.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
    }

    private static String collapse(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int word = at;
            while (word < text.length() && isSpace(text.charAt(word))) {
                word++;
            }
            at = word;
            while (at < text.length() && !isSpace(text.charAt(at))) {
                at++;
            }
            if (at > word) {
                out.append(out.isEmpty() ? "" : " ").append(text, word, at);
            }
        }
        return out.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00a0' || Character.isWhitespace(c);
    }
}

package org.muniment.archive.item;

import java.util.List;
import java.util.function.UnaryOperator;

/** Cuts what an item says of itself to what the catalogue keeps for showing, in characters every database takes. */
final class Storable {
    static final int ADDRESSES = 1000;
    static final int ATTACHMENTS = 1000;
    static final int GAPS = 100;
    static final int IDS = 100;
    static final int LINE = 998;
    /** Takes the place of characters that no database takes. */
    static final char REPLACED = 0xFFFD;

    private Storable() {}

    /** At most {@code length} characters, without NUL and halves of surrogate pairs. */
    static String text(String text, int length) {
        String cut = text.length() <= length ? text : text.substring(0, length);
        return sound(cut) ? cut : repaired(cut);
    }

    static String text(String text) {
        return text(text, Integer.MAX_VALUE);
    }

    private static boolean sound(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String repaired(String text) {
        return text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? REPLACED : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static Correspondents people(Correspondents people) {
        return new Correspondents(
                addresses(people.from()),
                addresses(people.to()),
                addresses(people.cc()),
                addresses(people.bcc()),
                addresses(people.envelope()),
                addresses(people.exchange()));
    }

    private static List<Address> addresses(List<Address> addresses) {
        return first(addresses, ADDRESSES, address -> new Address(line(address.name()), line(address.address())));
    }

    static Threading threading(Threading threading) {
        return new Threading(
                line(threading.messageId()),
                first(threading.inReplyTo(), IDS, Storable::line),
                first(threading.references(), IDS, Storable::line),
                line(threading.conversation()));
    }

    static List<Attachment> attachments(List<Attachment> attachments) {
        return first(
                attachments,
                ATTACHMENTS,
                one -> new Attachment(
                        line(one.place()), line(one.name()), line(one.type()), one.size(), one.digest(), one.inline()));
    }

    static Coverage coverage(Coverage coverage) {
        return new Coverage(
                coverage.extent(),
                first(coverage.gaps(), GAPS, gap -> new Coverage.Gap(line(gap.place()), line(gap.reason()))));
    }

    private static String line(String text) {
        return text(text, LINE);
    }

    private static <T> List<T> first(List<T> all, int most, UnaryOperator<T> bounded) {
        return all.stream().limit(most).map(bounded).toList();
    }
}

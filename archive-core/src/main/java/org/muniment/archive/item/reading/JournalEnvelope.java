package org.muniment.archive.item.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Correspondents;

/**
 * What the text of a journal report says, one field a line: {@code Sender:}, {@code On-Behalf-Of:}, {@code Subject:},
 * {@code Message-Id:}, and a line for each recipient, {@code To:}, {@code Cc:}, {@code Bcc:} or {@code Recipient:}, with
 * {@code , Expanded: LIST} or {@code , Forwarded: MAILBOX} behind it.
 *
 * @param senders who sent it, and for whom
 * @param recipients everybody it went to, the lists they are on and the mailboxes that forwarded it
 * @param blind those of them who got a blind copy
 * @param subject the message's
 */
record JournalEnvelope(List<Address> senders, List<Address> recipients, List<Address> blind, String subject) {
    /** Exchange sends its reports as this mailbox of its own. */
    private static final String SYSTEM = "microsoftexchange";

    static JournalEnvelope parse(String text, int most) {
        Set<Address> senders = new LinkedHashSet<>();
        Set<Address> recipients = new LinkedHashSet<>();
        Set<Address> blind = new LinkedHashSet<>();
        String subject = "";
        for (String line : text.split("\n")) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            switch (name) {
                case "sender", "on-behalf-of" -> senders.addAll(addresses(value, most));
                case "subject" -> subject = value;
                case "to", "cc", "recipient" -> recipients.addAll(addresses(value, most));
                case "bcc" -> {
                    recipients.addAll(addresses(value, most));
                    blind.addAll(addresses(firstOf(value), most));
                }
                default -> {}
            }
        }
        return new JournalEnvelope(List.copyOf(senders), List.copyOf(recipients), List.copyOf(blind), subject);
    }

    private static String firstOf(String value) {
        return value.split(",\\s*(?i:Expanded|Forwarded):", 2)[0];
    }

    private static List<Address> addresses(String value, int most) {
        String listed = value.replaceAll("(?i),\\s*(Expanded|Forwarded):", ",");
        return AddressList.parse(listed, "", most).addresses();
    }

    /** Whether it says nothing: then the mail is none of these reports, whatever its headers claim. */
    boolean isEmpty() {
        return senders.isEmpty() && recipients.isEmpty();
    }

    /**
     * The people of the journaled message: as its own headers name them, and those that only the report knows.
     *
     * @param message as its headers say
     * @param outer who the report itself says it is from: kept, unless it is Exchange, since a report may be forged
     */
    Correspondents people(Correspondents message, List<Address> outer, int most) {
        List<Address> others = new ArrayList<>(senders);
        outer.stream().filter(address -> !address.address().startsWith(SYSTEM)).forEach(others::add);
        others.removeIf(one ->
                message.from().stream().anyMatch(author -> author.address().equalsIgnoreCase(one.address())));
        return new Correspondents(
                message.from().isEmpty() ? senders : message.from(),
                message.to(),
                message.cc(),
                joined(message.bcc(), blind, most),
                joined(message.envelope(), recipients, most),
                joined(message.exchange(), others, most));
    }

    private static List<Address> joined(List<Address> some, List<Address> more, int most) {
        Set<Address> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all.stream().limit(most).toList();
    }
}

package org.muniment.batch.ingest.journal;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may send what here. An archive that takes anything from anybody could be filled with forgeries, so networks and
 * recipients are always named.
 *
 * @param networks from which connections are taken
 * @param senders envelope senders that are taken, {@code user@domain} or {@code @domain}; empty for any, which journals
 *     need that keep the author's address. The empty sender of reports is always taken.
 * @param recipients envelope recipients that are taken, {@code user@domain} or {@code @domain}
 */
public record Admission(List<Network> networks, List<String> senders, List<String> recipients) {
    /** The longest path that RFC 5321 knows is 256; some real ones are longer. */
    private static final int LONGEST = 320;

    public Admission {
        networks = List.copyOf(networks);
        senders = lower(senders);
        recipients = lower(recipients);
        if (networks.isEmpty() || recipients.isEmpty()) {
            throw new IllegalArgumentException(
                    "The networks that may send and the recipients that are taken are needed");
        }
    }

    private static List<String> lower(List<String> names) {
        return names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Why a connection is refused; empty when it is taken. */
    Optional<Reply> connection(InetAddress from) {
        return networks.stream().anyMatch(network -> network.contains(from))
                ? Optional.empty()
                : Optional.of(new Reply(554, "5.7.1 " + from.getHostAddress() + " may not send here"));
    }

    /** Why a sender is refused; empty when it is taken. */
    Optional<Reply> sender(String address) {
        if (isMalformed(address)) {
            return Optional.of(new Reply(501, "5.1.7 This is no address"));
        }
        return address.isEmpty() || senders.isEmpty() || isNamed(senders, address)
                ? Optional.empty()
                : Optional.of(new Reply(550, "5.7.1 This sender may not send here"));
    }

    /** Why a recipient is refused; empty when it is taken. */
    Optional<Reply> recipient(String address) {
        if (address.isEmpty() || isMalformed(address)) {
            return Optional.of(new Reply(501, "5.1.3 This is no address"));
        }
        return isNamed(recipients, address)
                ? Optional.empty()
                : Optional.of(new Reply(550, "5.7.1 Mail for this address is not taken here"));
    }

    private static boolean isMalformed(String address) {
        return address.length() > LONGEST
                || address.chars().anyMatch(c -> Character.isISOControl(c) || c == '<' || c == '>');
    }

    private static boolean isNamed(List<String> names, String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        String domain = lower.substring(Math.max(0, lower.lastIndexOf('@')));
        return names.contains(lower) || domain.startsWith("@") && names.contains(domain);
    }

    /** Whether an address is only where the journal is sent, and so nobody's mailbox. */
    boolean isJournal(String address) {
        return recipients.contains(address.toLowerCase(Locale.ROOT));
    }
}

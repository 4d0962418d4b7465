package org.muniment.batch.ingest.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which network addresses the archive's own requests may go to: public ones only, unless private ones are allowed. So a name
 * or a redirect that leads into the district's own network opens nothing there. Ranges: IANA's registries of
 * special-purpose addresses (RFC 6890).
 */
final class AddressGuard {
    private static final List<Range> SPECIAL = List.of(
            Range.of("0.0.0.0", 8),
            Range.of("100.64.0.0", 10),
            Range.of("192.0.0.0", 24),
            Range.of("192.0.2.0", 24),
            Range.of("198.18.0.0", 15),
            Range.of("198.51.100.0", 24),
            Range.of("203.0.113.0", 24),
            Range.of("240.0.0.0", 4),
            Range.of("fc00::", 7),
            Range.of("64:ff9b:1::", 48),
            Range.of("100::", 64),
            Range.of("2001::", 23),
            Range.of("2001:db8::", 32),
            Range.of("5f00::", 16));
    private static final Range NAT64 = Range.of("64:ff9b::", 32);
    private static final Range SIX_TO_FOUR = Range.of("2002::", 16);

    private final boolean allowPrivate;

    AddressGuard(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** Why an address must not be asked; nothing when it may. */
    Optional<String> refusal(InetAddress address) {
        if (address.isMulticastAddress() || address.isAnyLocalAddress()) {
            return Optional.of(address.getHostAddress() + " is no address of one server");
        }
        return allowPrivate || !isPrivate(address)
                ? Optional.empty()
                : Optional.of(address.getHostAddress()
                        + " is a private address; set allow-private if the site is in your own network");
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || SPECIAL.stream().anyMatch(range -> range.holds(address))
                || embedded(address).filter(AddressGuard::isPrivateOrNone).isPresent();
    }

    private static boolean isPrivateOrNone(InetAddress address) {
        return isPrivate(address) || address.isAnyLocalAddress() || address.isMulticastAddress();
    }

    /** The IPv4 address that an IPv6 one stands for. */
    private static Optional<InetAddress> embedded(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return Optional.empty();
        }
        if (SIX_TO_FOUR.holds(address)) {
            return Optional.of(four(bytes, 2));
        }
        boolean compatible = true;
        for (int i = 0; i < 12; i++) {
            compatible &= bytes[i] == 0 || i >= 8 && bytes[i] == (byte) 0xff;
        }
        return compatible || NAT64.holds(address) ? Optional.of(four(bytes, 12)) : Optional.empty();
    }

    private static InetAddress four(byte[] bytes, int from) {
        try {
            return Inet4Address.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    /** Addresses with the same first bits. */
    private record Range(byte[] start, int bits) {
        static Range of(String start, int bits) {
            return new Range(InetAddress.ofLiteral(start).getAddress(), bits);
        }

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            if (bytes.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((bytes[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}

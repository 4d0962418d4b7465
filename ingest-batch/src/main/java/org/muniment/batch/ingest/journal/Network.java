package org.muniment.batch.ingest.journal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of addresses as {@code 192.0.2.0/24} or {@code 2001:db8::/32} (RFC 4632), or one address.
 *
 * @param bits how many leading bits of an address must agree
 */
public record Network(InetAddress base, int bits) {
    /** Never a host name: asking for one would let others say who may send. */
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none, in words for people
     */
    public static Network parse(String written) {
        String[] parts = written.strip().split("/", 2);
        try {
            if (!NUMBERS.matcher(parts[0]).matches()) {
                throw wrong(written);
            }
            InetAddress base = InetAddress.getByName(parts[0]);
            int whole = base.getAddress().length * 8;
            int bits = parts.length == 1 ? whole : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > whole) {
                throw wrong(written);
            }
            return new Network(base, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw wrong(written);
        }
    }

    private static IllegalArgumentException wrong(String written) {
        return new IllegalArgumentException(
                "'" + written + "' is no network; write it as 192.0.2.0/24, 2001:db8::/32 or 192.0.2.7");
    }

    /** Whether an address lies in it. */
    public boolean contains(InetAddress address) {
        byte[] one = base.getAddress();
        byte[] other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + bits;
    }
}

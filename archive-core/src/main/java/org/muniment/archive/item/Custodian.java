package org.muniment.archive.item;

import java.util.Locale;

/**
 * The person whose mailbox an item came from, named by the mailbox's address.
 *
 * @param address lower case, without spaces at its ends
 */
public record Custodian(String address) implements Comparable<Custodian> {
    public Custodian {
        address = address.strip().toLowerCase(Locale.ROOT);
        if (address.isEmpty() || address.length() > 320) {
            throw new IllegalArgumentException("A custodian is named by an address of 1 to 320 characters");
        }
    }

    @Override
    public int compareTo(Custodian other) {
        return address.compareTo(other.address);
    }

    @Override
    public String toString() {
        return address;
    }
}

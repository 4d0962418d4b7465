package org.muniment.archive.item;

/**
 * Someone's address as a header names it.
 *
 * @param name the display name, decoded; empty when there is none
 * @param address {@code local@domain} in lower case where the header holds one; otherwise the text as written (an
 *     Exchange distinguished name, a bare name). Never blank unless {@code name} is not.
 */
public record Address(String name, String address) {
    public Address {
        name = name.strip();
        address = address.strip();
        if (name.isEmpty() && address.isEmpty()) {
            throw new IllegalArgumentException("An address needs a name or an address");
        }
    }

    @Override
    public String toString() {
        if (name.isEmpty()) {
            return address;
        }
        return address.isEmpty() ? name : name + " <" + address + ">";
    }
}

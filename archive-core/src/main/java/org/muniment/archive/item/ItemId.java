package org.muniment.archive.item;

import org.muniment.archive.store.Digest;

/**
 * The name of an item: the first 96 bits of the SHA-256 of its object, so that the same bytes have the same id in every
 * archive and anyone can check an id with {@code sha256sum}. The catalogue refuses two digests with one id.
 *
 * @param value 24 lower-case hexadecimal digits
 */
public record ItemId(String value) implements Comparable<ItemId> {
    public static final int LENGTH = 24;

    public ItemId {
        if (!Digest.isDigits(value, LENGTH)) {
            throw new IllegalArgumentException("An item id is 24 lower-case hexadecimal digits, not: " + value);
        }
    }

    public static ItemId of(Digest digest) {
        return new ItemId(digest.hex().substring(0, LENGTH));
    }

    @Override
    public int compareTo(ItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.muniment.archive.item;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A small number for each of many items, in memory: what the catalogue says of an item, so that a search can look at it for
 * each match. 16 to 20 bytes an item. An item is known by 64 of the 96 bits of its id, which no two items of an archive that
 * could exist share. Safe for many threads; reading takes no lock.
 */
public final class ItemNumbers {
    private static final int SMALLEST = 1 << 10;

    private volatile Table table = new Table(SMALLEST);
    private int size;

    /** What of an id is looked up: its first 64 bits. */
    public static long key(ItemId item) {
        return Long.parseUnsignedLong(item.value(), 0, 16, 16);
    }

    /**
     * Notes the number of an item, in place of one that it has.
     *
     * @param number at least 1
     */
    public synchronized void put(ItemId item, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("Numbers of items begin at 1, not " + number);
        }
        if (4L * (size + 1) > 3L * table.slots()) {
            table = table.larger();
        }
        if (table.put(key(item), number)) {
            size++;
        }
    }

    /** The number of an item; 0 when it has none. */
    public int of(long key) {
        return table.of(key);
    }

    /**
     * Open addressing. Ids are parts of a hash: their bits are as good as random, so a key stands as far into the table as it is
     * into all keys, however many slots there are. A number makes its key readable.
     */
    private record Table(AtomicLongArray keys, AtomicIntegerArray numbers) {
        Table(int slots) {
            this(new AtomicLongArray(slots), new AtomicIntegerArray(slots));
        }

        int slots() {
            return numbers.length();
        }

        private int first(long key) {
            return (int) Math.unsignedMultiplyHigh(key, slots());
        }

        private int next(int slot) {
            return slot + 1 == slots() ? 0 : slot + 1;
        }

        int of(long key) {
            int slot = first(key);
            while (true) {
                int number = numbers.getAcquire(slot);
                if (number == 0 || keys.getPlain(slot) == key) {
                    return number;
                }
                slot = next(slot);
            }
        }

        /** @return whether the key is new */
        boolean put(long key, int number) {
            int slot = first(key);
            while (numbers.getPlain(slot) != 0 && keys.getPlain(slot) != key) {
                slot = next(slot);
            }
            boolean isNew = numbers.getPlain(slot) == 0;
            keys.setPlain(slot, key);
            numbers.setRelease(slot, number);
            return isNew;
        }

        /** By a quarter: twice as many would lie empty for long in a large archive. */
        Table larger() {
            Table larger = new Table(slots() + slots() / 4);
            for (int slot = 0; slot < slots(); slot++) {
                if (numbers.getPlain(slot) != 0) {
                    larger.put(keys.getPlain(slot), numbers.getPlain(slot));
                }
            }
            return larger;
        }
    }
}

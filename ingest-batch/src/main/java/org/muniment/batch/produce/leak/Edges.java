package org.muniment.batch.produce.leak;

import java.util.Arrays;

/** Where the letters of a {@link WordTree} lead: a map from node and letter to node, in two arrays (open addressing). */
final class Edges {
    /** There is no such edge. */
    static final int NONE = -1;

    private long[] keys = new long[1 << 10];
    private int[] nodes = new int[keys.length];
    private int size;

    Edges() {
        Arrays.fill(keys, NONE);
    }

    int get(int from, char letter) {
        int slot = slot(keys, key(from, letter));
        return keys[slot] == NONE ? NONE : nodes[slot];
    }

    /** Adds an edge that is not there yet. */
    void add(int from, char letter, int to) {
        if (++size * 2 > keys.length) {
            grow();
        }
        int slot = slot(keys, key(from, letter));
        keys[slot] = key(from, letter);
        nodes[slot] = to;
    }

    private void grow() {
        long[] more = new long[keys.length * 2];
        int[] moved = new int[more.length];
        Arrays.fill(more, NONE);
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != NONE) {
                int slot = slot(more, keys[i]);
                more[slot] = keys[i];
                moved[slot] = nodes[i];
            }
        }
        keys = more;
        nodes = moved;
    }

    private static long key(int from, char letter) {
        return (long) from << 16 | letter;
    }

    /** Where a key is, or would be. Multiplied by the golden ratio, neighbours lie far apart. */
    private static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (keys[slot] != key && keys[slot] != NONE) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}

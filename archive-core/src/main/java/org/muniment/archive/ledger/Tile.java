package org.muniment.archive.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Up to 256 neighbouring hashes of one height of the tree, as in C2SP tlog-tiles: at level 0 those of leaves, at level
 * <i>l</i> the roots of full tiles one level down. Only a tile at the right edge has fewer than 256.
 */
record Tile(int level, long position, List<Hash> hashes) implements MerkleTree.Nodes {
    /** Hashes in a full tile. */
    static final int WIDTH = 256;

    /** Levels of tree height in one level of tiles. */
    static final int HEIGHT = 8;

    Tile {
        hashes = List.copyOf(hashes);
    }

    /** How many hashes the log of a given size has at a level of tiles. */
    static long count(long size, int level) {
        return level * HEIGHT > Long.SIZE - 2 ? 0 : size >> (level * HEIGHT);
    }

    static Tile of(int level, long position, byte[] stored) {
        List<Hash> hashes = new ArrayList<>(stored.length / Hash.LENGTH);
        for (int at = 0; at + Hash.LENGTH <= stored.length; at += Hash.LENGTH) {
            hashes.add(Hash.of(stored, at));
        }
        return new Tile(level, position, hashes);
    }

    byte[] bytes() {
        byte[] bytes = new byte[hashes.size() * Hash.LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(bytes, i * Hash.LENGTH);
        }
        return bytes;
    }

    boolean isFull() {
        return hashes.size() == WIDTH;
    }

    /** The root of a full tile: one hash of the level above. */
    Hash root() {
        return fold(hashes);
    }

    /** The hash of a complete subtree whose lowest hashes are in this tile. */
    @Override
    public Hash subtree(int height, long at) {
        int within = height % HEIGHT;
        int first = (int) ((at << within) - position * WIDTH);
        return fold(hashes.subList(first, first + (1 << within)));
    }

    private static Hash fold(List<Hash> complete) {
        List<Hash> row = complete;
        while (row.size() > 1) {
            List<Hash> above = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(MerkleTree.node(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.getFirst();
    }

    String name() {
        return "tile " + level + "/" + position;
    }
}

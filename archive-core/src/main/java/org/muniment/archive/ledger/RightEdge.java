package org.muniment.archive.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The unfinished tiles at the right edge of the tree, one a level: all that is needed to append leaves and to give the
 * root, however large the log. Not safe for threads.
 */
final class RightEdge implements MerkleTree.Nodes {
    private final List<List<Hash>> levels;
    private long size;

    RightEdge() {
        this(0, List.of());
    }

    /**
     * The edge of a log of {@code size} leaves.
     *
     * @param unfinished for each level from 0 up the hashes of its unfinished tile
     */
    RightEdge(long size, List<List<Hash>> unfinished) {
        this.size = size;
        this.levels = new ArrayList<>();
        unfinished.forEach(hashes -> levels.add(new ArrayList<>(hashes)));
    }

    RightEdge copy() {
        return new RightEdge(size, levels);
    }

    long size() {
        return size;
    }

    /** Appends a leaf; gives every tile that became full by it. */
    void add(Hash leaf, Consumer<Tile> full) {
        push(0, leaf, full);
        size++;
    }

    private void push(int level, Hash hash, Consumer<Tile> full) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>(Tile.WIDTH));
        }
        List<Hash> unfinished = levels.get(level);
        unfinished.add(hash);
        if (unfinished.size() == Tile.WIDTH) {
            Tile tile = new Tile(level, Tile.count(size, level + 1), unfinished);
            unfinished.clear();
            full.accept(tile);
            push(level + 1, tile.root(), full);
        }
    }

    Hash root() {
        return MerkleTree.root(size, this);
    }

    /** The unfinished tiles that changed since the log had {@code before} leaves. */
    List<Tile> unfinishedSince(long before) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            if (!levels.get(level).isEmpty() && Tile.count(before, level) != Tile.count(size, level)) {
                tiles.add(unfinished(level));
            }
        }
        return tiles;
    }

    private Tile unfinished(int level) {
        return new Tile(level, Tile.count(size, level + 1), levels.get(level));
    }

    @Override
    public Hash subtree(int height, long position) {
        return unfinished(height / Tile.HEIGHT).subtree(height, position);
    }
}

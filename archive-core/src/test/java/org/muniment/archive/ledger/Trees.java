package org.muniment.archive.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Trees for tests: one kept in tiles as the ledger does, and the definition of RFC 6962 §2.1 word for word. */
final class Trees {
    private Trees() {}

    static List<Hash> leaves(List<byte[]> entries) {
        return entries.stream().map(MerkleTree::leaf).toList();
    }

    /** MTH(D[n]) by its definition. */
    static Hash naiveRoot(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return MerkleTree.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = 1;
        while (k * 2 < leaves.size()) {
            k *= 2;
        }
        return MerkleTree.node(naiveRoot(leaves.subList(0, k)), naiveRoot(leaves.subList(k, leaves.size())));
    }

    static List<Tile> tiles(List<Hash> leaves) {
        RightEdge edge = new RightEdge();
        List<Tile> tiles = new ArrayList<>();
        leaves.forEach(leaf -> edge.add(leaf, tiles::add));
        tiles.addAll(edge.unfinishedSince(0));
        return tiles;
    }

    static MerkleTree.Nodes nodes(List<Hash> leaves) {
        Map<String, Tile> tiles = new HashMap<>();
        tiles(leaves).forEach(tile -> tiles.put(tile.name(), tile));
        return (height, position) -> {
            long first = position << height % Tile.HEIGHT;
            String name = "tile " + height / Tile.HEIGHT + "/" + first / Tile.WIDTH;
            return Objects.requireNonNull(tiles.get(name), name).subtree(height, position);
        };
    }
}

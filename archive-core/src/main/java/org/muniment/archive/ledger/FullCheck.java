package org.muniment.archive.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the log from the first entry, a tile at a time. Where entries and their tile disagree, what is above the
 * tile says which was changed; the check goes on with the other, so that one change is one finding. Used once.
 */
final class FullCheck {
    private final Entries entries;
    private final Tiles tiles;
    private final Extent extent;
    private final CheckpointCheck checkpoints;
    private final Findings findings;
    private final RightEdge edge = new RightEdge();

    FullCheck(DataSource reader, Extent extent, CheckpointCheck checkpoints, Findings findings) {
        this.entries = new Entries(reader);
        this.tiles = new Tiles(reader);
        this.extent = extent;
        this.checkpoints = checkpoints;
        this.findings = findings;
    }

    long run(LongConsumer progress) {
        checkpoints.between(0, 0).forEach(row -> checkpoints.check(row, edge::root));
        checkElsewhere();
        for (long from = 0; from < extent.size(); from += Tile.WIDTH) {
            long to = Math.min(from + Tile.WIDTH, extent.size());
            grow(leaves(from, to), checkpoints.between(from + 1, to));
            progress.accept(to);
        }
        edge.unfinishedSince(0).stream().filter(tile -> tile.level() > 0).forEach(this::compare);
        if (extent.headSize() >= 0 && !edge.root().toString().equals(extent.headRoot())) {
            findings.add("head", "has another root than the entries have: " + extent.headRoot());
        }
        return extent.size();
    }

    private void grow(List<Hash> leaves, List<Checkpoints.Row> rows) {
        int next = 0;
        for (Hash leaf : leaves) {
            edge.add(leaf, this::compare);
            while (next < rows.size() && rows.get(next).size() == edge.size()) {
                checkpoints.check(rows.get(next++), edge::root);
            }
            checkElsewhere();
        }
    }

    private void checkElsewhere() {
        if (checkpoints.nextElsewhere() == edge.size()) {
            checkpoints.checkElsewhere(edge::root);
        }
    }

    /** Compares a tile above the lowest with what is stored; the lowest were compared with the entries. */
    private void compare(Tile computed) {
        if (computed.level() == 0) {
            return;
        }
        Optional<Tile> stored = tiles.find(computed.level(), computed.position());
        if (stored.isEmpty()) {
            findings.add(computed.name(), "is missing");
        } else if (!startsWith(stored.get(), computed.hashes())) {
            findings.add(computed.name(), "does not hold the hashes that the entries have");
        }
    }

    private static boolean startsWith(Tile stored, List<Hash> hashes) {
        return stored.hashes().size() >= hashes.size()
                && stored.hashes().subList(0, hashes.size()).equals(hashes);
    }

    /** The leaves of a stretch of one tile, from the entries, or from the tile where an entry is not what it was. */
    private List<Hash> leaves(long from, long to) {
        List<@Nullable Hash> computed = computed(from, to);
        Optional<Tile> stored = tiles.find(0, from / Tile.WIDTH);
        if (stored.isEmpty() || stored.get().hashes().size() < computed.size()) {
            findings.add("tile 0/" + from / Tile.WIDTH, stored.isEmpty() ? "is missing" : "is cut short");
            return known(computed);
        }
        List<Hash> recorded = stored.get().hashes().subList(0, computed.size());
        if (computed.equals(recorded)) {
            return recorded;
        }
        if (!computed.contains(null) && fits(stored.get(), known(computed)) && !fits(stored.get(), recorded)) {
            findings.add(stored.get().name(), "does not hold the hashes that the entries have");
            return known(computed);
        }
        blame(from, computed, recorded);
        return recorded;
    }

    private List<@Nullable Hash> computed(long from, long to) {
        List<@Nullable Hash> leaves = new ArrayList<>(Collections.nCopies((int) (to - from), null));
        for (Entries.Row row : entries.between(from, to)) {
            leaves.set((int) (row.position() - from), StoredLeaf.hash(row));
            StoredLeaf.checkSubject(row, findings);
        }
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i) == null) {
                findings.add("entry " + (from + i), "is missing");
            }
        }
        return leaves;
    }

    private static List<Hash> known(List<@Nullable Hash> leaves) {
        List<Hash> known = new ArrayList<>(leaves.size());
        for (Hash leaf : leaves) {
            known.add(leaf == null ? MerkleTree.EMPTY : leaf);
        }
        return known;
    }

    private void blame(long from, List<@Nullable Hash> computed, List<Hash> recorded) {
        for (int i = 0; i < computed.size(); i++) {
            Hash leaf = computed.get(i);
            if (leaf != null && !leaf.equals(recorded.get(i))) {
                findings.add("entry " + (from + i), "was changed: it does not hash to what the log recorded for it");
            }
        }
    }

    /** Whether these leaves are those that the level above, or at the right edge the head, was computed from. */
    private boolean fits(Tile stored, List<Hash> leaves) {
        if (leaves.size() == Tile.WIDTH) {
            Hash root = new Tile(0, stored.position(), leaves).root();
            int place = (int) (stored.position() % Tile.WIDTH);
            return tiles.find(1, stored.position() / Tile.WIDTH)
                    .filter(above -> above.hashes().size() > place
                            && above.hashes().get(place).equals(root))
                    .isPresent();
        }
        RightEdge trial = edge.copy();
        leaves.forEach(leaf -> trial.add(leaf, full -> {}));
        return trial.root().toString().equals(extent.headRoot());
    }
}

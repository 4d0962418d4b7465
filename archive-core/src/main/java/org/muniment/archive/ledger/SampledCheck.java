package org.muniment.archive.ledger;

import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** Proves some entries, and all checkpoints, with the stored hashes. Used once. */
final class SampledCheck {
    private final Entries entries;
    private final Tiles tiles;
    private final Extent extent;
    private final CheckpointCheck checkpoints;
    private final Findings findings;

    SampledCheck(DataSource reader, Extent extent, CheckpointCheck checkpoints, Findings findings) {
        this.entries = new Entries(reader);
        this.tiles = new Tiles(reader);
        this.extent = extent;
        this.checkpoints = checkpoints;
        this.findings = findings;
    }

    long run(Sample.Some sample, LongConsumer progress) {
        attempt("head", this::checkHead);
        checkpoints.eachStored(
                extent.size(),
                row -> attempt("checkpoint " + row.size(), () -> checkpoints.check(row, () -> root(row.size()))));
        while (checkpoints.nextElsewhere() <= extent.size()) {
            long size = checkpoints.nextElsewhere();
            attempt("checkpoint " + size + " kept elsewhere", () -> checkpoints.checkElsewhere(() -> root(size)));
        }
        List<Long> picked = pick(sample);
        for (int i = 0; i < picked.size(); i++) {
            long index = picked.get(i);
            attempt("entry " + index, () -> prove(index));
            progress.accept(i + 1L);
        }
        return picked.size();
    }

    private void checkHead() {
        if (!root(extent.size()).toString().equals(extent.headRoot())) {
            findings.add("head", "has another root than the tiles have: " + extent.headRoot());
        }
    }

    private List<Long> pick(Sample.Some sample) {
        return sample.random()
                .longs(0, Math.max(1, extent.size()))
                .distinct()
                .limit(Math.min(sample.entries(), extent.size()))
                .sorted()
                .boxed()
                .toList();
    }

    private Hash root(long size) {
        return MerkleTree.root(size, tiles.nodes());
    }

    private void prove(long index) {
        List<Entries.Row> rows = entries.between(index, index + 1);
        if (rows.isEmpty()) {
            findings.add("entry " + index, "is missing");
            return;
        }
        StoredLeaf.checkSubject(rows.getFirst(), findings);
        Hash leaf = StoredLeaf.hash(rows.getFirst());
        List<Hash> path = MerkleTree.inclusion(index, extent.size(), tiles.nodes());
        if (!MerkleTree.includes(Hash.parse(extent.headRoot()), extent.size(), leaf, index, path)) {
            findings.add("entry " + index, "is not what the log's root covers: it or a hash over it was changed");
        }
    }

    private void attempt(String where, Runnable check) {
        try {
            check.run();
        } catch (LedgerCorrupt | Malformed e) {
            findings.add(where, "cannot be proven: " + e.getMessage());
        }
    }
}

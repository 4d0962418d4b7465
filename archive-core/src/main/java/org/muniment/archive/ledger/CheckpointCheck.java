package org.muniment.archive.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Checks checkpoints against the root that the log has now at their size: those stored, and those kept elsewhere. */
final class CheckpointCheck {
    private final Checkpoints stored;
    private final List<Checkpoint> elsewhere;
    private final VerifierKey key;
    private final Findings findings;
    private int next;
    private long checked;

    CheckpointCheck(Checkpoints stored, List<Checkpoint> elsewhere, VerifierKey key, Findings findings) {
        this.stored = stored;
        this.elsewhere = elsewhere.stream()
                .sorted(Comparator.comparingLong(Checkpoint::size))
                .toList();
        this.key = key;
        this.findings = findings;
    }

    long checked() {
        return checked;
    }

    /** The stored ones that cover {@code from} to {@code to} entries. */
    List<Checkpoints.Row> between(long from, long to) {
        return stored.between(from, to);
    }

    /** All stored ones that cover at most {@code to} entries, in order, a page at a time. */
    void eachStored(long to, Consumer<Checkpoints.Row> action) {
        long from = 0;
        List<Checkpoints.Row> page = stored.page(from, to);
        while (!page.isEmpty()) {
            page.forEach(action);
            from = page.getLast().size() + 1;
            page = stored.page(from, to);
        }
    }

    /** Checks a stored one. */
    void check(Checkpoints.Row row, Supplier<Hash> root) {
        String where = "checkpoint " + row.size();
        try {
            Checkpoint checkpoint = Checkpoint.parse(row.note());
            if (checkpoint.size() != row.size()) {
                findings.add(where, "is a checkpoint over " + checkpoint.size() + " entries");
            }
            check(where, checkpoint, row.size(), root);
        } catch (Malformed e) {
            checked++;
            findings.add(where, "is not readable: " + e.getMessage());
        }
    }

    /** Size of the smallest one kept elsewhere that was not yet checked; the largest number when all were. */
    long nextElsewhere() {
        return next < elsewhere.size() ? elsewhere.get(next).size() : Long.MAX_VALUE;
    }

    /** Checks those kept elsewhere of the next size. */
    void checkElsewhere(Supplier<Hash> root) {
        long size = nextElsewhere();
        while (nextElsewhere() == size) {
            check("checkpoint " + size + " kept elsewhere", elsewhere.get(next++), size, root);
        }
    }

    /** Reports those kept elsewhere that cover more than the log has. */
    void refuseLarger(long size) {
        while (next < elsewhere.size()) {
            Checkpoint larger = elsewhere.get(next++);
            checked++;
            String where = "checkpoint " + larger.size() + " kept elsewhere";
            findings.add(where, "covers that many entries, but the log has " + size + ": the others were removed");
        }
    }

    private void check(String where, Checkpoint checkpoint, long size, Supplier<Hash> root) {
        checked++;
        if (!checkpoint.isSignedBy(key)) {
            findings.add(where, "is not signed by " + key.name() + " with key " + key.id());
        } else if (checkpoint.size() == size && !checkpoint.root().equals(root.get())) {
            findings.add(where, "has another root than the log has now: entries before it were changed");
        }
    }
}

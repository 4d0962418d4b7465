package org.muniment.batch.fixity;

import java.util.List;

/**
 * What a check of an archive looked at and found.
 *
 * @param items items whose object was read and hashed and whose rows were compared with the ledger
 * @param bytes of those objects
 * @param entries ledger entries that were checked
 * @param checkpoints checkpoints that were checked
 * @param unregistered objects in the store that belong to no item: what a crash between object and row leaves behind.
 *     Harmless, used again when the same bytes are collected. Those that an ingest is writing just now may count as well
 * @param destroyed tombstones of destroyed items that were compared with the ledger; 0 for a sample
 * @param behind catalogue revisions that the index has not seen yet: no fault, it catches up; 0 for a sample
 * @param faults what is wrong, each named; none when all is well
 * @param seconds it took
 */
public record Verification(
        long items,
        long bytes,
        long entries,
        long checkpoints,
        long unregistered,
        long destroyed,
        long behind,
        List<Fault> faults,
        double seconds) {
    /**
     * Something wrong.
     *
     * @param where the part and its name: {@code object ab12…}, {@code item ab12…}, {@code run 2026…},
     *     {@code ledger entry 17}, {@code index}, {@code catalogue}
     * @param what is wrong with it and what to do
     */
    public record Fault(String where, String what) {}

    public Verification {
        faults = List.copyOf(faults);
    }

    public boolean isClean() {
        return faults.isEmpty();
    }
}

package org.muniment.batch.backup;

import java.time.Instant;
import java.util.List;
import org.muniment.archive.item.ItemId;
import org.muniment.batch.fixity.Verification;

/**
 * What became of a restore.
 *
 * @param archive the ledger's name
 * @param taken the moment that was brought back
 * @param objects how many objects were brought back, or looked for where they are kept
 * @param missing objects that the backup lacks, or that were changed in it; each named
 * @param lost ledger entries that came after the backup, as far as later checkpoints tell
 * @param destroyedSince items that were destroyed after the backup by the certificates given, and that are back
 * @param verification what a check of the new archive found
 */
public record Restored(
        String archive,
        Instant taken,
        long objects,
        List<String> missing,
        long lost,
        List<ItemId> destroyedSince,
        Verification verification) {
    public Restored {
        missing = List.copyOf(missing);
        destroyedSince = List.copyOf(destroyedSince);
    }

    /** Whether the archive is whole, and nothing is known to have happened after the backup. */
    public boolean isClean() {
        return missing.isEmpty() && lost == 0 && destroyedSince.isEmpty() && verification.isClean();
    }
}

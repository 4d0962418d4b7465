package org.muniment.batch.restore;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.store.Digest;

/**
 * A message to be put back.
 *
 * @param object its bytes
 * @param received when a server received it; null when unknown
 * @param folder where it goes
 * @param flags what was marked when it was collected
 */
record Chosen(ItemId item, Digest object, @Nullable Instant received, String folder, List<String> flags) {
    /** A line of the list that the ledger knows the digest of. */
    String line() {
        return item.value() + " " + object.hex() + " " + folder + "\n";
    }
}

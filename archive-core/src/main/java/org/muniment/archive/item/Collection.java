package org.muniment.archive.item;

import java.time.Instant;
import java.util.List;

/**
 * The act and proof of taking an item from a source. The same bytes from a second mailbox or place are a second
 * collection of the same item.
 *
 * @param item what was taken
 * @param custodian whose mailbox
 * @param source the container as named on the command line or in the settings, made absolute
 * @param place where in the container: a path, an offset, a UID; unique within source
 * @param folder the mailbox folder, {@code /} between levels; empty when the source has none
 * @param flags what the mailbox marked (seen, answered, flagged, draft, trashed), in lower case and sorted
 * @param collectedAt when it was taken
 * @param run the ingest run that took it
 */
public record Collection(
        ItemId item,
        Custodian custodian,
        String source,
        String place,
        String folder,
        List<String> flags,
        Instant collectedAt,
        String run) {
    public Collection {
        flags = List.copyOf(flags);
    }
}

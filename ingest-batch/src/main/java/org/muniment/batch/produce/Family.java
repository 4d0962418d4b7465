package org.muniment.batch.produce;

import java.util.List;
import org.muniment.archive.production.BatesRange;

/**
 * An item with its attachments as they were set.
 *
 * @param open the item
 * @param documents the message first; at least one
 * @param volume the volume its files are in
 */
record Family(OpenItem open, List<SetDocument> documents, String volume) {
    Family {
        documents = List.copyOf(documents);
    }

    SetDocument parent() {
        return documents.getFirst();
    }

    BatesRange pages() {
        return new BatesRange(
                parent().pages().first(), documents.getLast().pages().last());
    }
}

package org.muniment.batch.export;

import java.io.IOException;
import org.muniment.archive.item.Item;
import org.muniment.archive.store.Spool;

/** A file that items are written into. For one thread. */
interface Packing {
    /**
     * Writes an item.
     *
     * @param kind what its bytes are
     * @param bytes not closed
     * @return by what it is found in the file
     * @throws LeftOut when such a file can't have it; nothing is written then
     */
    String add(Item item, BytesKind kind, Spool bytes) throws IOException, LeftOut;

    /** Why an item is not written. */
    final class LeftOut extends Exception {
        private static final long serialVersionUID = 1;

        LeftOut(String message) {
            super(message);
        }
    }
}

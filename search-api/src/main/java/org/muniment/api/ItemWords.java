package org.muniment.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;

/** The words of an item, read from its object. */
public final class ItemWords {
    private ItemWords() {}

    /**
     * Reads them, as far as they can be read.
     *
     * @throws org.muniment.archive.store.ObjectMissing when its object is lost
     * @throws org.muniment.archive.store.ObjectCorrupt when its object was changed
     */
    public static ItemText of(Archive archive, RegisteredItem item) {
        try (InputStream bytes = archive.objects().open(item.item().digest());
                SpoolWriter spool = new SpoolWriter(archive.reading())) {
            bytes.transferTo(spool);
            try (Spool whole = spool.finish()) {
                return archive.reader()
                        .read(item.item().digest(), whole, Receipt.NONE)
                        .text();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The item's object can't be read", e);
        }
    }
}

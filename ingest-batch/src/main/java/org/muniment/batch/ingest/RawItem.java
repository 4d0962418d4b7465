package org.muniment.batch.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/**
 * A message as collected.
 *
 * @param place where in the source, unique within it
 * @param folder the mailbox folder, {@code /} between levels; empty when there is none
 * @param flags what the mailbox marked, in lower case and sorted
 * @param receipt what the source tells of when it was received
 * @param bytes the message; whoever takes the entry closes it
 * @param position where to read on
 * @param container digest of the {@link RawContainer} it came out of, which was handed over before; null for none
 */
public record RawItem(
        String place,
        String folder,
        List<String> flags,
        Receipt receipt,
        Spool bytes,
        Position position,
        @Nullable Digest container)
        implements Entry {
    /** No object is larger. */
    public static final long LARGEST = 2L << 30;

    public RawItem {
        flags = List.copyOf(flags);
    }

    /** One that its source keeps by itself. */
    public RawItem(String place, String folder, List<String> flags, Receipt receipt, Spool bytes, Position position) {
        this(place, folder, flags, receipt, bytes, position, null);
    }
}

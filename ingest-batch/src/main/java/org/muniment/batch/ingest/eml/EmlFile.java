package org.muniment.batch.ingest.eml;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.batch.ingest.Entry;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Reasons;

/** A file that is one message, kept byte for byte. */
public final class EmlFile {
    private static final Receipt UNKNOWN = new Receipt(null, null);

    private EmlFile() {}

    /** Reads the message. */
    public static Entry read(FileEntry file) {
        return read(file, file.folder(), List.of(), UNKNOWN);
    }

    /** Reads the message, of which the source tells more. */
    public static Entry read(FileEntry file, String folder, List<String> flags, Receipt receipt) {
        try {
            if (Files.size(file.file()) > RawItem.LARGEST) {
                return file.rejected(Reasons.TOO_LARGE);
            }
            return new RawItem(file.path(), folder, flags, receipt, file.bytes(), Position.done(file.path()));
        } catch (IOException e) {
            return file.rejected(Reasons.of(e));
        }
    }
}

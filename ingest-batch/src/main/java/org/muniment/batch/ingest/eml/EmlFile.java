package org.muniment.batch.ingest.eml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;
import org.muniment.batch.ingest.Entry;
import org.muniment.batch.ingest.FileEntry;
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
            return new RawItem(file.path(), folder, flags, receipt, spool(file), file.done());
        } catch (IOException e) {
            return file.rejected(Reasons.of(e));
        }
    }

    private static Spool spool(FileEntry file) throws IOException {
        if (Files.size(file.file()) <= Spool.MEMORY_LIMIT) {
            return Spool.of(Files.readAllBytes(file.file()));
        }
        try (InputStream in = Files.newInputStream(file.file());
                SpoolWriter spool = new SpoolWriter(file.spool())) {
            in.transferTo(spool);
            return spool.finish();
        }
    }
}

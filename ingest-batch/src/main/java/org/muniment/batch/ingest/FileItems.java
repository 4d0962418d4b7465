package org.muniment.batch.ingest;

import java.util.Optional;
import org.muniment.batch.ingest.apple.EmlxFile;
import org.muniment.batch.ingest.archive.ExportErrors;
import org.muniment.batch.ingest.archive.OlmFile;
import org.muniment.batch.ingest.archive.ZipFileItems;
import org.muniment.batch.ingest.eml.EmlFile;
import org.muniment.batch.ingest.mbox.MboxFile;
import org.muniment.batch.ingest.outlook.PstFile;
import org.muniment.batch.ingest.warc.WarcFile;

/** Reads one file for what it is: one message, a file of many, an archive of files. */
public final class FileItems {
    private final Optional<Position> after;
    private final ItemSource.Sink sink;
    private final int depth;

    /**
     * @param after where an earlier reading stopped
     * @param depth in how many archive files this one is
     */
    public FileItems(Optional<Position> after, ItemSource.Sink sink, int depth) {
        this.after = after;
        this.sink = sink;
        this.depth = depth;
    }

    /** Reads a file as what it says it is; whatever it is, something is handed over. */
    public void read(FileEntry file) throws InterruptedException {
        if (PstFile.is(file)) {
            new PstFile(file).read(after, sink);
        } else if (OlmFile.is(file)) {
            new OlmFile(file).read(after, sink);
        } else if (ZipFileItems.is(file)) {
            new ZipFileItems(file, depth).read(after, sink);
        } else if (EmlxFile.is(file)) {
            EmlxFile.read(file, sink);
        } else if (ExportErrors.is(file)) {
            ExportErrors.read(file, reached(file), sink);
        } else if (MboxFile.is(file)) {
            mbox(file);
        } else if (WarcFile.is(file)) {
            new WarcFile(file).read(reached(file), sink);
        } else {
            sink.accept(EmlFile.read(file));
        }
    }

    /** Reads a file of many messages, on from where an earlier reading stopped in it. */
    void mbox(FileEntry file) throws InterruptedException {
        new MboxFile(file).read(reached(file), sink);
    }

    private long reached(FileEntry file) {
        return after.filter(position -> position.path().equals(file.key()))
                .map(Position::offset)
                .orElse(0L);
    }
}

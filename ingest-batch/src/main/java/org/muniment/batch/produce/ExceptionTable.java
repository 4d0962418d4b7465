package org.muniment.batch.produce;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import org.muniment.archive.production.BatesNumber;
import org.muniment.archive.production.bundle.PackageFolder;
import org.muniment.archive.production.bundle.PackagePath;
import org.muniment.archive.production.loadfile.Log;
import org.muniment.archive.production.loadfile.LogRow;
import org.muniment.archive.production.loadfile.LogWriter;

/** The list of what is not in the production as it was, and of what a reader should know of a page. */
final class ExceptionTable implements Tables {
    private final LogWriter log;
    private long lines;

    ExceptionTable(PackageFolder folder) throws IOException {
        this.log = new LogWriter(
                new BufferedOutputStream(
                        Files.newOutputStream(folder.file(PackagePath.of("LOGS", Log.EXCEPTIONS.file())))),
                Log.EXCEPTIONS);
    }

    void add(BatesNumber first, String what, String reason) throws IOException {
        log.write(new LogRow.Exceptional(first.toString(), what, reason));
        lines++;
    }

    /** Lines so far. */
    long lines() {
        return lines;
    }

    @Override
    public void add(Family family) throws IOException {
        for (SetDocument document : family.documents()) {
            Leaf leaf = document.leaf();
            String what = leaf.attachment().isEmpty() ? leaf.type() : leaf.name();
            if (!leaf.exception().isEmpty()) {
                add(document.pages().first(), what, leaf.exception());
            }
            for (String note : document.notes()) {
                add(document.pages().first(), what, note);
            }
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}

package org.muniment.batch.produce;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.IntSupplier;
import org.muniment.archive.production.bundle.PackageFolder;
import org.muniment.archive.production.bundle.PackagePath;
import org.muniment.archive.production.loadfile.Log;
import org.muniment.archive.production.loadfile.LogWriter;

/** The contents as a table of their own, for those who sort them. */
final class ContentsTable implements Tables {
    private final LogWriter log;
    private final Contents contents;
    private final IntSupplier volume;

    /** @param volume of the PDF that the last family is in, from 0 */
    ContentsTable(PackageFolder folder, Contents contents, IntSupplier volume) throws IOException {
        this.log = new LogWriter(
                new BufferedOutputStream(
                        Files.newOutputStream(folder.file(PackagePath.of("LOGS", Log.CONTENTS.file())))),
                Log.CONTENTS);
        this.contents = contents;
        this.volume = volume;
    }

    @Override
    public void add(Family family) throws IOException {
        for (Contents.Line line : contents.add(family, volume.getAsInt())) {
            log.write(line.entry());
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}

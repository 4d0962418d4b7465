package org.muniment.batch.produce;

import java.io.IOException;
import java.util.function.Supplier;
import org.muniment.archive.pdf.Paper;
import org.muniment.archive.pdf.SetPaper;
import org.muniment.archive.pdf.Stamps;
import org.muniment.archive.pdf.Unpaintable;
import org.muniment.archive.production.BatesNumber;
import org.muniment.archive.production.bundle.PackageFolder;

/** Where papers are set: all in one PDF, in volumes, or each document in one of its own. For one thread. */
interface Binder extends AutoCloseable {
    /**
     * Begins a family: its papers follow, and stay together.
     *
     * @param estimate of the bytes its papers will take
     */
    void begin(PackageFolder.Family family, long estimate) throws IOException;

    /**
     * Sets a document.
     *
     * @throws Unpaintable when it can't be drawn; nothing of it is set, and no stamp was taken
     */
    SetPaper set(BatesNumber first, Paper paper, Stamps stamps) throws IOException, Unpaintable;

    /** The name of the file that the last paper is in, within its folder. */
    String file();

    /** Sets what stands before and after all, and writes what closes the files. */
    void finish(Supplier<Paper> front, Supplier<Paper> back) throws IOException;

    @Override
    void close() throws IOException;
}

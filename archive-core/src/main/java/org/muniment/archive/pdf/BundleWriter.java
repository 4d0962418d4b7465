package org.muniment.archive.pdf;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Sets papers one after the other into one PDF/A-2u with tags, bookmarks, and page labels that are the stamps' marks. It
 * is written as it goes: memory does not grow with pages, except for some hundred bytes each. The same papers give the same
 * bytes. For one thread.
 */
public final class BundleWriter implements AutoCloseable {
    /** @param out neither flushed nor closed */
    public BundleWriter(BundleInfo info, OutputStream out) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Sets a paper behind those that are set.
     *
     * @throws Unpaintable when it can't be made into pages; nothing of it is in the file, and no stamp was taken
     * @throws IOException when the stream does not take it; the bundle can't be finished
     */
    public SetPaper add(Paper paper, Stamps stamps) throws IOException, Unpaintable {
        throw new UnsupportedOperationException();
    }

    /**
     * Sets a paper that stands before all that are added, behind those set with this method: covers, contents. It may be
     * called last and so may name and link what is set.
     */
    public SetPaper front(Paper paper, Stamps stamps) throws IOException, Unpaintable {
        throw new UnsupportedOperationException();
    }

    /** Writes what closes the file; without it, it is none. */
    public void finish() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Releases memory and temporary files. */
    @Override
    public void close() throws IOException {}
}

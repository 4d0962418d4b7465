package org.muniment.archive.production.loadfile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes an Opticon load file (OPT): no header, a line for each page, each ended by CR LF:
 * {@code PAGE,VOLUME,PATH,Y,,,PAGES}, with the Y and the count on a document's first page only. For one thread.
 */
public final class OptWriter implements AutoCloseable {
    private final Writer out;

    /** @param out closed with this */
    public OptWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    public void write(OptLine line) throws IOException {
        String end = line.beginsDocument() ? ",Y,,," + line.pages() : ",,,,";
        out.write(line.page() + "," + line.volume() + "," + line.path() + end + "\r\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

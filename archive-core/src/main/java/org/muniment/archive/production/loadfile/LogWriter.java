package org.muniment.archive.production.loadfile;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a log as a {@linkplain SheetWriter sheet}. For one thread. */
public final class LogWriter implements AutoCloseable {
    private final SheetWriter sheet;
    private final int columns;

    /** @param out closed with this */
    public LogWriter(OutputStream out, Log log) throws IOException {
        this.sheet = new SheetWriter(out, log.columns());
        this.columns = log.columns().size();
    }

    /**
     * Writes a line.
     *
     * @throws IllegalArgumentException for a row of another log
     */
    public void write(LogRow row) throws IOException {
        if (row.fields().size() != columns) {
            throw new IllegalArgumentException("This log has no such rows: " + row.getClass());
        }
        sheet.write(row.fields());
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}

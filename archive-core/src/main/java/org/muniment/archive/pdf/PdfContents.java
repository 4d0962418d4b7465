package org.muniment.archive.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Everything that a finished bundle holds, for a test that looks for what must not be in it: the text of each page as a
 * reader extracts it, every stream inflated, every string and name, whatever they are for.
 */
public final class PdfContents {
    private PdfContents() {}

    /** A part of the file. */
    public sealed interface Found {
        /** Where, for a report: "page 12 (CUSD-000000012)", "object 511". */
        String where();

        /** Text: of a page, or of a string such as a bookmark, label, alternate text or property. */
        record Text(String where, String text) implements Found {}

        /** A stream, inflated; or the file's bytes between streams. */
        @SuppressWarnings("ArrayRecordComponent")
        record Bytes(String where, byte[] bytes) implements Found {}
    }

    /**
     * Reads a file from its begin to its end; memory is bounded by its largest stream.
     *
     * @throws IOException when it can't be read to its end: then nothing is known of it
     */
    public static void read(Path pdf, Consumer<Found> found) throws IOException {
        throw new UnsupportedOperationException();
    }
}

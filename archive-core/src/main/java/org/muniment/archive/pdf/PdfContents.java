package org.muniment.archive.pdf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a finished bundle holds, for a test that looks for what must not be in it: the text of each page as a
 * reader extracts it, every stream inflated, every string and name, whatever they are for.
 *
 * <p>Bytes are found by reading the file from its begin to its end, not by following references: an object that nothing
 * refers to is found, too.
 */
public final class PdfContents {
    private PdfContents() {}

    /** A part of the file. */
    public sealed interface Found {
        /** Where, for a report: "page 12 (CUSD-000000012)", "object 511". */
        String where();

        /** Text: of a page, or of a string such as a bookmark, label, alternate text or property. */
        record Text(String where, String text) implements Found {}

        /** A stream, inflated; or the file's bytes between streams. Pictures are as they are coded. */
        @SuppressWarnings("ArrayRecordComponent")
        record Bytes(String where, byte[] bytes) implements Found {}
    }

    /**
     * Reads a file that {@link BundleWriter} or {@link PdfWriter} wrote; memory is bounded by its largest stream, and some
     * hundred bytes for each page.
     *
     * @throws IOException when it can't be read to its end or is of another writer: then nothing is known of it
     */
    public static void read(Path pdf, Consumer<Found> found) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(pdf), 1 << 16)) {
            new PdfScan(in, found).scan();
        }
        texts(pdf, found);
    }

    private static void texts(Path pdf, Consumer<Found> found) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            String @Nullable [] labels = document.getDocumentCatalog().getPageLabels() == null
                    ? null
                    : document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String label = labels == null ? "" : " (" + labels[page - 1] + ")";
                found.accept(new Found.Text("page " + page + label, stripper.getText(document)));
            }
        }
    }
}

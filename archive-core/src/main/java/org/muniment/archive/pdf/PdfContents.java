package org.muniment.archive.pdf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything that a finished bundle holds, for a test that looks for what must not be in it: the text of each page, every
 * stream inflated, every string and name, whatever they are for.
 *
 * <p>The file is read from its begin to its end, not by following references: an object that nothing refers to is found,
 * too. A page's text comes in the order in which it is drawn, and again in that in which it stands on the page where this
 * is another. Two pieces of a word that are drawn apart, half of it in bold for
 * example, have a space between them: who searches, compares without white space.
 */
public final class PdfContents {
    private static final String STRING = "<feff";

    private PdfContents() {}

    /** A part of the file. */
    public sealed interface Found {
        /** Where, for a report: "page 12 (CUSD-000000012)", "object 511". */
        String where();

        /** Text: of a page, or of a string such as a bookmark, label, alternate text or property. */
        record Text(String where, String text) implements Found {}

        /** A page, of which the text is read when it is asked for: that may be on another thread. */
        non-sealed interface Page extends Found {
            /** Bytes of its content. */
            int size();

            /**
             * Its text in the order in which it is drawn, and again in that in which it stands where this is another.
             *
             * @throws IOException when it shows a character of unknown meaning: then the text is not known
             */
            List<Text> texts() throws IOException;
        }

        /**
         * A picture on a page.
         *
         * @param file as a program that reads pictures takes it: JPEG, or PGM (portable graymap) of 16 grey levels
         */
        @SuppressWarnings("ArrayRecordComponent")
        record Picture(String where, byte[] file) implements Found {}

        /**
         * The bytes of an object: its dictionary; a stream, inflated. Pictures of the JPEG kind are as they are coded. Content
         * streams name characters by codes that only the file knows: their text comes as {@link Text}.
         */
        @SuppressWarnings("ArrayRecordComponent")
        record Bytes(String where, byte[] bytes) implements Found {}
    }

    /**
     * Reads a file that {@link BundleWriter} or {@link PdfWriter} wrote, twice; memory is bounded by its largest stream, and
     * some hundred bytes for each page.
     *
     * @throws IOException when it can't be read to its end or is of another writer: then nothing is known of it
     */
    public static void read(Path pdf, Consumer<Found> found) throws IOException {
        PdfTexts texts = new PdfTexts(found);
        scan(pdf, new PdfScan.Visitor() {
            @Override
            public boolean wants(int number, String dictionary) {
                return true;
            }

            @Override
            public void object(int number, String object) {
                strings(number, object, found);
                texts.learn(number, object);
            }

            @Override
            public void stream(int number, String dictionary, byte[] content) {
                strings(number, dictionary, found);
                found.accept(new Found.Bytes("object " + number, dictionary.getBytes(StandardCharsets.ISO_8859_1)));
                found.accept(new Found.Bytes("object " + number, content));
                texts.learn(number, content);
            }
        });
        texts.learned();
        scan(pdf, texts);
    }

    private static void scan(Path pdf, PdfScan.Visitor visitor) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(pdf), 1 << 16)) {
            new PdfScan(in, visitor).scan();
        }
    }

    private static void strings(int number, String object, Consumer<Found> found) {
        for (int begin = object.indexOf(STRING); begin >= 0; begin = object.indexOf(STRING, begin + 1)) {
            int first = begin + STRING.length();
            int end = first;
            while (end < object.length() && HexFormat.isHexDigit(object.charAt(end))) {
                end++;
            }
            byte[] text = HexFormat.of().parseHex(object, first, end - (end - first) % 4);
            found.accept(new Found.Text("object " + number, new String(text, StandardCharsets.UTF_16BE)));
        }
    }
}

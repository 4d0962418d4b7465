package org.muniment.archive.request.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.muniment.archive.pdf.Block;
import org.muniment.archive.pdf.Document;
import org.muniment.archive.pdf.PdfWriter;
import org.muniment.archive.pdf.Run;
import org.muniment.archive.request.RequestId;

/**
 * A letter as it would be sent.
 *
 * @param subject one line
 * @param text all of it, paragraphs with an empty line between, LF
 */
public record Letter(RequestId request, LetterKind kind, String subject, String text) {
    private static final String RE = "Re: ";

    /**
     * The same on paper, PDF/A-2u; the same letter gives the same bytes.
     *
     * @param made when, for its metadata
     */
    public byte[] paper(Instant made) {
        List<Block> blocks = Arrays.stream(text.split("\n\n+"))
                .filter(paragraph -> !paragraph.isBlank())
                .map(Letter::block)
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfWriter().write(new Document(subject, "en-US", request + ", " + kind.words(), made, blocks), out);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes every letter", e);
        }
        return out.toByteArray();
    }

    private static Block block(String paragraph) {
        String text = paragraph.strip();
        return text.startsWith(RE) && text.indexOf('\n') < 0
                ? new Block.Heading(1, text)
                : new Block.Prose(Run.words(text), false);
    }
}

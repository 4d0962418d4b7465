package org.muniment.archive.pdf;

import java.time.Instant;
import java.util.List;

/**
 * A plain official document, to be written by a {@link PdfWriter}.
 *
 * @param title what it is, as a window shows it
 * @param language of its words, BCP 47: {@code en-US}
 * @param mark stands at the foot of every page: the document's number
 * @param made when, for its metadata; to the second
 * @param blocks its content, in reading order
 */
public record Document(String title, String language, String mark, Instant made, List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
        if (title.isBlank() || !language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            throw new IllegalArgumentException("A document has a title, and a language as in en-US");
        }
    }
}

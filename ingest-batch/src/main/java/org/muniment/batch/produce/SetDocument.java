package org.muniment.batch.produce;

import java.util.List;
import org.muniment.archive.production.BatesRange;

/**
 * A document that stands on its pages.
 *
 * @param leaf what it is
 * @param pages its numbers
 * @param title of its paper: its bookmark
 * @param paper its number among the papers of its file
 * @param file name of the PDF it is in
 * @param texts the text of each page
 * @param notes what a reader should know of how it was set
 * @param hidden words that areas took from its pages, for the leak test alone
 */
record SetDocument(
        Leaf leaf,
        BatesRange pages,
        String title,
        int paper,
        String file,
        List<String> texts,
        List<String> notes,
        List<String> hidden) {
    SetDocument {
        texts = List.copyOf(texts);
        notes = List.copyOf(notes);
        hidden = List.copyOf(hidden);
    }
}

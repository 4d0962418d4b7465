package org.muniment.archive.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A paper that is ready to be set: whatever may fail has been tried. */
interface Painting extends Closeable {
    /**
     * Sets it; the last page stays open.
     *
     * @param section what it is in the structure
     * @param targets first pages of the papers set before
     * @return notes
     */
    List<String> paint(Ground ground, Tag section, List<Integer> targets) throws IOException;

    /** How many pages it will have, where that is known before it is set; else 0. */
    default int pages() {
        return 0;
    }

    /** Sets one page alone, from 1, where {@link #pages} are known. */
    default List<String> paint(int page, Ground ground, Tag section) throws IOException {
        throw new IllegalStateException("Its pages are not known before it is set");
    }

    /** The words that masks took from the pages set so far, line by line. */
    default List<String> hidden() {
        return List.of();
    }

    @Override
    default void close() throws IOException {}

    /** Opens a paper. */
    static Painting of(Paper paper, Workshop workshop) throws IOException, Unpaintable {
        return switch (paper) {
            case Paper.Flow flow ->
                (ground, section, targets) -> {
                    new Setting(ground, section, targets).set(flow.blocks());
                    return List.of();
                };
            case Paper.Markup markup -> new MarkupPainting(markup, workshop);
            case Paper.Inserted inserted -> InsertedPainting.open(inserted);
            case Paper.Picture picture -> new PicturePainting(picture);
        };
    }
}

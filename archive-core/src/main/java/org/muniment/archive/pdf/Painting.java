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

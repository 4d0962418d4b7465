package org.muniment.archive.pdf;

import java.io.IOException;
import java.util.List;

/** Sets a picture among text. */
final class PictureSetting {
    private static final long PIXELS = 4_000_000;
    private static final double POINTS = 0.75;
    private static final double HIGHEST = 560;

    private final Ground ground;
    private final Sheets sheets;
    private final Tag parent;

    PictureSetting(Ground ground, Tag parent) {
        this.ground = ground;
        this.sheets = ground.sheets();
        this.parent = parent;
    }

    void set(Block.Picture picture) throws IOException {
        try (PictureFile file = PictureFile.open(picture.image())) {
            set(Drawing.of(file.page(0, PIXELS)), picture.altText());
        } catch (Unpaintable e) {
            String said = "[" + picture.altText() + ": " + e.getMessage() + "]";
            new Setting(ground, parent, List.of()).set(List.of(new Block.Paragraph(said)));
        }
    }

    private void set(Drawing drawing, String altText) throws IOException {
        double scale = Math.min(POINTS, Math.min(Sheets.WIDTH / drawing.width(), HIGHEST / drawing.height()));
        double width = drawing.width() * scale;
        double height = drawing.height() * scale;
        sheets.need(height);
        Tag tag = figure(ground.structure(), parent, altText);
        sheets.page().begin(tag);
        sheets.page().show(drawing.write(ground.file()), width, height, Sheets.LEFT, sheets.y() - height);
        sheets.page().end();
        ground.structure().end(tag);
        sheets.down(height);
        sheets.down(Math.min(8, sheets.room()));
    }

    /** The element of a picture, with what it shows for those who can't see it. */
    static Tag figure(Structure structure, Tag parent, String altText) {
        String alt = PdfFile.string(Passage.plain(altText.isBlank() ? "Picture" : altText));
        return structure.begin(parent, "Figure", " /Alt " + alt);
    }
}

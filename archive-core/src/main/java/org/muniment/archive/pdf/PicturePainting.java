package org.muniment.archive.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sets a picture file, each of its pages on a page. */
final class PicturePainting implements Painting {
    private static final long PIXELS = 6_000_000;
    /** Points a pixel takes: small pictures stay small. */
    private static final double POINTS = 0.75;

    private final Paper.Picture paper;
    private final PictureFile file;
    private final PicturePage first;

    PicturePainting(Paper.Picture paper) throws Unpaintable, IOException {
        this.paper = paper;
        this.file = PictureFile.open(paper.image());
        try {
            this.first = page(1);
        } catch (Unpaintable e) {
            file.close();
            throw e;
        }
    }

    @Override
    public List<String> paint(Ground ground, Tag section, List<Integer> targets) throws IOException {
        List<String> notes = new ArrayList<>();
        String altText = paper.altText().isBlank() ? paper.title() : paper.altText();
        first.set(ground, section, altText);
        for (int number = 2; number <= file.pages(); number++) {
            ground.sheets().next();
            try {
                page(number).set(ground, section, altText + ", page " + number + " of " + file.pages());
            } catch (Unpaintable e) {
                String note = "Page " + number + " of " + file.pages() + " could not be drawn: " + e.getMessage();
                notes.add(note);
                new Setting(ground, section, targets).set(List.of(new Block.Paragraph(note + ".")));
            }
        }
        return notes;
    }

    private PicturePage page(int number) throws Unpaintable, IOException {
        BufferedImage image = file.page(number - 1, PIXELS);
        double width = Math.max(1, image.getWidth() * POINTS);
        double height = Math.max(1, image.getHeight() * POINTS);
        List<Blackout> blackouts = Blackout.of(paper.masks(), number, width, height);
        Blackout.burn(blackouts, image, 1 / POINTS);
        return new PicturePage(Drawing.of(image), width, height, List.of(), blackouts);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

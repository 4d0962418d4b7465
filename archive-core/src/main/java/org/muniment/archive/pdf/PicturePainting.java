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
        for (int number = 1; number <= file.pages(); number++) {
            if (number > 1) {
                ground.sheets().next();
            }
            notes.addAll(paint(number, ground, section));
        }
        return notes;
    }

    @Override
    public int pages() {
        return file.pages();
    }

    @Override
    public List<String> paint(int number, Ground ground, Tag section) throws IOException {
        String altText = paper.altText().isBlank() ? paper.title() : paper.altText();
        String place = number == 1 ? "" : ", page " + number + " of " + file.pages();
        try {
            (number == 1 ? first : page(number)).set(ground, section, altText + place);
            return List.of();
        } catch (Unpaintable e) {
            return Setting.undrawn(number, file.pages(), e, ground, section);
        }
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

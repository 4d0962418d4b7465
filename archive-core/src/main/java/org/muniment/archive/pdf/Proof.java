package org.muniment.archive.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.muniment.archive.pdf.ProofWord.Origin;

/**
 * A page of a paper as it would stand in a bundle, set and drawn by the same means, to be looked at before there is one. What
 * is hidden is hidden in it. Immutable.
 */
public final class Proof {
    private static final float DPI = 130;

    private final int pages;
    private final Area page;
    private final Optional<Area> picture;
    private final byte[] png;
    private final PageWords.Found found;
    private final List<List<Glyph>> glyphs;
    private final List<ProofWord> words;

    private Proof(int pages, Area page, Optional<Area> picture, byte[] png, PageWords.Found found, List<Origin> of) {
        this.pages = pages;
        this.page = page;
        this.picture = picture;
        this.png = png;
        this.found = found;
        ProofWords together = new ProofWords(found.drawn(), of);
        this.glyphs = together.glyphs();
        this.words = List.copyOf(together.on(page));
    }

    /**
     * Sets a page.
     *
     * @param page from 1
     * @return empty when the paper has fewer pages
     * @throws Unpaintable when the paper can't be made into pages
     */
    public static Optional<Proof> of(Paper paper, int page) throws IOException, Unpaintable {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        BundleWriter.Sketch sketch;
        try (BundleWriter writer = new BundleWriter(new BundleInfo("Proof", "en-US", Instant.EPOCH), pdf)) {
            sketch = writer.sketch(paper, page);
            if (page < 1 || page > sketch.pages()) {
                return Optional.empty();
            }
            writer.finish();
        }
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            return Optional.of(drawn(document, paper, sketch, sketch.alone() ? 1 : page));
        }
    }

    private static Proof drawn(PDDocument document, Paper paper, BundleWriter.Sketch sketch, int number)
            throws IOException {
        PageWords.Found found = PageWords.of(document, number);
        var box = document.getPage(number - 1).getMediaBox();
        return new Proof(
                sketch.pages(),
                new Area(0, 0, box.getWidth(), box.getHeight()),
                sketch.pictures().get(number - 1),
                png(document, number),
                found,
                origins(document, paper, number, found));
    }

    private static List<Origin> origins(PDDocument document, Paper paper, int number, PageWords.Found found)
            throws IOException {
        if (!(paper instanceof Paper.Flow flow)) {
            return found.drawn().stream()
                    .<Origin>map(glyph -> new Origin.Foreign())
                    .toList();
        }
        Origins origins = new Origins(flow.blocks());
        for (int before = 1; before < number; before++) {
            origins.of(PageWords.of(document, before).drawn());
        }
        return origins.of(found.drawn());
    }

    private static byte[] png(PDDocument document, int number) throws IOException {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(number - 1, DPI, ImageType.RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    /** How many pages the paper has. */
    public int pages() {
        return pages;
    }

    /** Width of the page in points. */
    public double width() {
        return page.width();
    }

    /** Height of the page in points. */
    public double height() {
        return page.height();
    }

    /** The picture of the page. */
    public byte[] png() {
        return png.clone();
    }

    /** The bytes of memory that it takes, about. */
    public int size() {
        return png.length + 400 * found.drawn().size();
    }

    /** What can be read on it, in reading order. */
    public List<ProofWord> words() {
        return words;
    }

    /** Whether it is the page of a foreign file or a picture: what is hidden on it is known by its place. */
    public boolean isForeign() {
        return picture.isPresent();
    }

    /** The numbers of the words that an area touches, from 0. */
    public List<Integer> touched(Spot spot) {
        Area area = spot.on(page);
        return IntStream.range(0, glyphs.size())
                .filter(word ->
                        glyphs.get(word).stream().anyMatch(glyph -> glyph.body().meets(area)))
                .boxed()
                .toList();
    }

    /** An area of the page as one of the foreign page on it; empty when it lies beside it, or nothing foreign is there. */
    public Optional<Spot> onForeign(Spot spot) {
        Area area = spot.on(page);
        return picture.filter(foreign -> foreign.meets(area)).map(foreign -> Spot.of(area, foreign));
    }

    /** An area of the foreign page as one of this page; empty where nothing foreign is. */
    public Optional<Spot> ofForeign(Spot spot) {
        return picture.map(foreign -> Spot.of(spot.on(foreign), page));
    }

    /** Where words stand on a foreign page, as a {@link Strike} finds them. */
    public List<Spot> places(String searched) {
        if (searched.isBlank()) {
            return List.of();
        }
        List<Strike> strikes = List.of(new Strike(searched, ""));
        return new ArrayList<>(Strikes.on(found, strikes, page.width(), page.height()).stream()
                .map(blackout -> Spot.of(blackout.area(), page))
                .toList());
    }
}

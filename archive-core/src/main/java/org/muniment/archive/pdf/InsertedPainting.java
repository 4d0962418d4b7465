package org.muniment.archive.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;

/** Sets the pages of a foreign PDF as pictures with words below. */
final class InsertedPainting implements Painting {
    private static final double DPI = 150;
    private static final int MOST_PAGES = 5_000;
    private static final double SMALLEST = 3;

    static {
        FontMappers.set(new BundledFonts());
    }

    private final Paper.Inserted paper;
    private final PDDocument document;
    private final BoundedRenderer renderer;
    private final List<String> hidden = new ArrayList<>();
    private final PicturePage first;

    private InsertedPainting(Paper.Inserted paper, PDDocument document) throws Unpaintable {
        this.paper = paper;
        this.document = document;
        this.renderer = new BoundedRenderer(document);
        this.first = page(1);
    }

    static InsertedPainting open(Paper.Inserted paper) throws Unpaintable, IOException {
        PDDocument document = load(paper);
        try {
            int pages = document.getNumberOfPages();
            if (pages < 1 || pages > MOST_PAGES) {
                throw new Unpaintable("The PDF file has " + pages + " pages");
            }
            // Asked for early: it draws form fields that have a value and no appearance.
            document.getDocumentCatalog().getAcroForm();
            return new InsertedPainting(paper, document);
        } catch (RuntimeException | StackOverflowError e) {
            document.close();
            throw new Unpaintable("The PDF file is damaged", e);
        } catch (Unpaintable e) {
            document.close();
            throw e;
        }
    }

    private static PDDocument load(Paper.Inserted paper) throws Unpaintable {
        try {
            return Loader.loadPDF(paper.pdf().toFile(), IOUtils.createTempFileOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            throw new Unpaintable("The PDF file is protected by a password", e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Unpaintable("The PDF file is damaged", e);
        }
    }

    @Override
    public List<String> paint(Ground ground, Tag section, List<Integer> targets) throws IOException {
        int pages = document.getNumberOfPages();
        List<String> notes = new ArrayList<>();
        if (hasFiles()) {
            notes.add("The PDF file has files attached to it, which are not shown");
        }
        for (int number = 1; number <= pages; number++) {
            if (number > 1) {
                ground.sheets().next();
            }
            notes.addAll(paint(number, ground, section));
        }
        return notes;
    }

    @Override
    public int pages() {
        return document.getNumberOfPages();
    }

    @Override
    public List<String> paint(int number, Ground ground, Tag section) throws IOException {
        try {
            set(number == 1 ? first : page(number), number, ground, section);
            return List.of();
        } catch (Unpaintable e) {
            return Setting.undrawn(number, pages(), e, ground, section);
        }
    }

    @Override
    public List<String> hidden() {
        return List.copyOf(hidden);
    }

    private boolean hasFiles() {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        return names != null && names.getEmbeddedFiles() != null;
    }

    private void set(PicturePage page, int number, Ground ground, Tag section) throws IOException {
        page.set(ground, section, paper.title() + ", page " + number + " of " + document.getNumberOfPages());
    }

    private PicturePage page(int number) throws Unpaintable {
        try {
            PDPage page = document.getPage(number - 1);
            boolean turned = page.getRotation() % 180 != 0;
            double width =
                    turned ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
            double height =
                    turned ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
            if (!(width >= SMALLEST && height >= SMALLEST)) {
                throw new Unpaintable("It has no size");
            }
            return page(number, width, height);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // A small file can ask for any amount of memory: the page gives way, not the job.
            throw new Unpaintable("The PDF file is damaged or too complex", e);
        }
    }

    private PicturePage page(int number, double width, double height) throws IOException {
        PageWords.Found words = PageWords.of(document, number);
        List<Blackout> blackouts = new ArrayList<>(Blackout.of(paper.masks(), number, width, height));
        hidden.addAll(Masked.lines(words.words(), blackouts));
        blackouts.addAll(Strikes.on(words, paper.strikes(), width, height));
        double scale = PicturePage.scale(width, height) * DPI / 72;
        BufferedImage image = renderer.renderImage(number - 1, (float) scale, ImageType.RGB);
        Blackout.burn(blackouts, image, scale);
        Area whole = new Area(0, 0, width, height);
        List<List<Glyph>> shown = words.words().stream()
                .filter(word -> word.stream().allMatch(glyph -> isShown(glyph, whole, blackouts)))
                .toList();
        return new PicturePage(Drawing.of(image), width, height, shown, blackouts);
    }

    private static boolean isShown(Glyph glyph, Area page, List<Blackout> blackouts) {
        Area body = glyph.body();
        return body.isFinite()
                && body.meets(page)
                && blackouts.stream().noneMatch(blackout -> blackout.area().meets(body));
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

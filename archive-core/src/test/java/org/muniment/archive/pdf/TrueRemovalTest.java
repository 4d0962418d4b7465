package org.muniment.archive.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is masked or struck is nowhere in the file: not in its text, its streams, its strings, its pixels. */
class TrueRemovalTest {
    @TempDir
    private Path folder;

    private Paper.Inserted inserted(Path pdf, List<Mask> masks, String... strikes) {
        return new Paper.Inserted(
                "attachment.pdf",
                2,
                pdf,
                masks,
                List.of(strikes).stream()
                        .map(words -> new Strike(words, "AR 7203"))
                        .toList());
    }

    /** Everything that the reader of a finished file finds, letters only. */
    private String contents(byte[] pdf) throws IOException {
        Path file = Files.write(folder.resolve("bundle.pdf"), pdf);
        StringBuilder all = new StringBuilder();
        PdfContents.read(file, found -> all.append(text(found)).append('\n'));
        all.append(Papers.text(pdf));
        return all.toString().toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }

    private static String text(PdfContents.Found found) {
        return switch (found) {
            case PdfContents.Found.Text text -> text.text();
            case PdfContents.Found.Page page ->
                texts(page).stream().map(PdfContents.Found.Text::text).collect(Collectors.joining("\n"));
            case PdfContents.Found.Picture picture -> "";
            case PdfContents.Found.Bytes bytes -> new String(bytes.bytes(), StandardCharsets.ISO_8859_1);
        };
    }

    private static List<PdfContents.Found.Text> texts(PdfContents.Found.Page page) {
        try {
            return page.texts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertGone(byte[] pdf, String... words) throws IOException {
        String contents = contents(pdf);
        for (String word : words) {
            int at = contents.indexOf(word.toLowerCase(Locale.ROOT).replaceAll("\s", ""));
            assertThat(at < 0 ? "" : contents.substring(Math.max(0, at - 80), Math.min(contents.length(), at + 80)))
                    .as(word)
                    .isEmpty();
        }
    }

    @Test
    void struckWordsAreGoneAndTheOthersStay() throws Exception {
        Path pdf = Papers.pdf(folder.resolve("a.pdf"), "Pupil Zebediah Quux was absent\nCall ZEBEDIAH\nQUUX at home");
        byte[] bundle = Papers.bundle(inserted(pdf, List.of(), "Zebediah Quux"));
        assertGone(bundle, "Zebediah", "Quux");
        assertThat(Papers.text(bundle))
                .contains("Pupil")
                .contains("absent")
                .contains("Call")
                .contains("AR 7203");
    }

    @Test
    void whereAWordWasStruckThePixelsAreBlackWhateverTheyWere() throws Exception {
        byte[] one = Papers.bundle(
                inserted(Papers.pdf(folder.resolve("a.pdf"), "ABCDEFGHIJ stays"), List.of(), "ABCDEFGHIJ"));
        BufferedImage seen = Papers.seen(one, 0);
        // The page is made smaller: the word begins near 85 points from the left, its baseline is near 78 from the top.
        int black = 0;
        for (int x = 86; x < 150; x++) {
            black += (seen.getRGB(x, 68) & 0xff) < 40 ? 1 : 0;
        }
        assertThat(black).isGreaterThan(40);
    }

    @Test
    void twoPagesThatDifferInWhatIsMaskedOnlyAreTheSameBytes() throws Exception {
        List<Mask> masks = List.of(new Mask(1, 0.1, 0.05, 0.5, 0.06, "FERPA"));
        byte[] one = Papers.bundle(inserted(Papers.pdf(folder.resolve("a.pdf"), "Zebediah\n\n\n\nrest"), masks));
        byte[] two = Papers.bundle(inserted(Papers.pdf(folder.resolve("b.pdf"), "Hortense\n\n\n\nrest"), masks));
        assertThat(one).isEqualTo(two);
        assertGone(one, "Zebediah");
        assertThat(Papers.text(one)).contains("rest").contains("FERPA");
    }

    @Test
    void aWordThatAMaskTouchesIsGoneAsAWhole() throws Exception {
        Path pdf = Papers.pdf(folder.resolve("a.pdf"), "123-45-6789 other");
        byte[] bundle = Papers.bundle(inserted(pdf, List.of(new Mask(1, 0.1, 0.05, 0.05, 0.06, ""))));
        assertGone(bundle, "123-45", "6789");
        assertThat(Papers.text(bundle)).contains("other");
    }

    @Test
    void turnedPagesAndTurnedTextAreStruck() throws Exception {
        for (int turn : List.of(0, 90, 180, 270)) {
            Path pdf = Papers.pdf(folder.resolve("a.pdf"), "Hello Zebediah there");
            try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
                PDPage page = document.getPage(0);
                page.setRotation(turn);
                page.setCropBox(new PDRectangle(20, 30, 500, 720));
                turned(document, page);
                document.save(pdf.toFile());
            }
            byte[] bundle = Papers.bundle(inserted(pdf, List.of(), "Zebediah", "Sideways"));
            assertGone(bundle, "Zebediah", "Sideways");
            assertThat(Papers.text(bundle).replaceAll("\\s", ""))
                    .contains("Hello")
                    .contains("there");
            assertThat(TestColours.black(Papers.seen(bundle, 0)))
                    .as("black boxes, turned by " + turn)
                    .isBetween(500, 9000);
        }
    }

    private static void turned(PDDocument document, PDPage page) throws IOException {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 14);
            content.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, 300, 300));
            content.showText("Sideways");
            content.endText();
        }
    }

    @Test
    void formFieldsNotesHiddenLayersFilesAndPropertiesDoNotComeAlong() throws Exception {
        Path pdf = Papers.pdf(folder.resolve("a.pdf"), "Application form");
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
            document.getDocumentInformation().setAuthor("Zebediah Author");
            document.getDocumentInformation().setCustomMetadataValue("Pupil", "Zebediah Property");
            document.getDocumentCatalog().getCOSObject().setString(COSName.getPDFName("OpenAction"), "Zebediah Script");
            field(document, "Zebediah Field");
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("Zebediah Note");
            note.setRectangle(new PDRectangle(100, 100, 20, 20));
            document.getPage(0).getAnnotations().add(note);
            hiddenLayer(document, "Zebediah Layer");
            document.save(pdf.toFile());
        }
        byte[] whole = Papers.bundle(inserted(pdf, List.of()));
        assertGone(whole, "Zebediah Author", "Property", "Zebediah Script", "Zebediah Note", "Zebediah Layer");
        assertThat(Papers.text(whole)).contains("Zebediah Field").contains("Application form");
        byte[] struck = Papers.bundle(inserted(pdf, List.of(), "Zebediah"));
        assertGone(struck, "Zebediah");
        assertThat(Papers.text(struck)).contains("Application form");
    }

    private static void field(PDDocument document, String value) throws IOException {
        PDAcroForm form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        var resources = new org.apache.pdfbox.pdmodel.PDResources();
        resources.put(COSName.getPDFName("Helv"), new PDType1Font(FontName.HELVETICA));
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 12 Tf 0 g");
        PDTextField field = new PDTextField(form);
        field.setPartialName("name");
        form.getFields().add(field);
        var widget = field.getWidgets().getFirst();
        widget.setRectangle(new PDRectangle(72, 500, 300, 24));
        widget.setPage(document.getPage(0));
        widget.setPrinted(true);
        document.getPage(0).getAnnotations().add(widget);
        field.setValue(value);
    }

    private static void hiddenLayer(PDDocument document, String text) throws IOException {
        PDOptionalContentProperties layers = new PDOptionalContentProperties();
        PDOptionalContentGroup layer = new PDOptionalContentGroup("hidden");
        layers.addGroup(layer);
        layers.setGroupEnabled(layer, false);
        document.getDocumentCatalog().setOCProperties(layers);
        try (PDPageContentStream content =
                new PDPageContentStream(document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
            content.beginMarkedContent(COSName.OC, layer);
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 12);
            content.newLineAtOffset(72, 400);
            content.showText(text);
            content.endText();
            content.endMarkedContent();
        }
    }

    @Test
    void whatCanNotBeLocatedBlacksOutThePage() throws Exception {
        Path pdf = Papers.pdf(folder.resolve("a.pdf"), "Visible words", "Second page");
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
            try (PDPageContentStream content = new PDPageContentStream(
                    document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(-5000, 400);
                content.showText("Zebediah off the page");
                content.endText();
            }
            document.save(pdf.toFile());
        }
        byte[] bundle = Papers.bundle(inserted(pdf, List.of(), "Zebediah"));
        assertGone(bundle, "Zebediah", "Visible");
        assertThat(TestColours.black(Papers.seen(bundle, 0))).isGreaterThan(350_000);
        assertThat(Papers.text(bundle)).contains("Second page");
    }

    @Test
    void aMaskOnAPictureIsBurnedIn() throws Exception {
        for (String format : List.of("png", "jpg", "gif", "bmp", "tiff")) {
            Path file = Papers.picture(folder.resolve("a." + format), format);
            byte[] plain = Papers.bundle(new Paper.Picture("a", 2, file, "Square", List.of()));
            byte[] masked = Papers.bundle(
                    new Paper.Picture("a", 2, file, "Square", List.of(new Mask(1, 0.3, 0.25, 0.4, 0.5, ""))));
            assertThat(TestColours.blue(Papers.seen(plain, 0))).as(format).isGreaterThan(1000);
            assertThat(TestColours.blue(Papers.seen(masked, 0))).as(format).isZero();
        }
    }

    @Test
    void theReaderOfAFinishedFileFindsWhatIsThere() throws Exception {
        byte[] bundle = Papers.bundle(
                Papers.mail("Needle in the body"),
                new Paper.Flow("Needle in the bookmark", 1, List.of(new Block.Paragraph("x"))),
                new Paper.Picture(
                        "p", 2, Papers.picture(folder.resolve("a.png"), "png"), "Needle in the alt text", List.of()),
                Papers.markup("<p>Nee<b>dle</b> in the markup</p>", Map.of()),
                inserted(Papers.pdf(folder.resolve("a.pdf"), "Needle in the attachment"), List.of()));
        assertThat(contents(bundle))
                .contains("needleinthebody")
                .contains("needleinthebookmark")
                .contains("needleinthealttext")
                .contains("needleinthemarkup")
                .contains("needleintheattachment");
    }

    @Test
    void theReaderRefusesAFileOfAnotherWriterOrACutOne() throws Exception {
        Path foreign = Papers.pdf(folder.resolve("a.pdf"), "x");
        assertThatThrownBy(() -> PdfContents.read(foreign, found -> {})).isInstanceOf(IOException.class);
        byte[] bundle = Papers.bundle(Papers.mail("x"));
        Path cut = Files.write(folder.resolve("b.pdf"), java.util.Arrays.copyOf(bundle, bundle.length / 2));
        assertThatThrownBy(() -> PdfContents.read(cut, found -> {})).isInstanceOf(IOException.class);
    }

    @Test
    void theReadersTextIsWhatPdfBoxExtracts() throws Exception {
        byte[] bundle = Papers.bundle(
                Papers.mail(Papers.EVERY_SCRIPT), Papers.markup("<p>" + Papers.EVERY_SCRIPT + "</p>", Map.of()));
        Path file = Files.write(folder.resolve("bundle.pdf"), bundle);
        List<String> texts = new ArrayList<>();
        PdfContents.read(file, found -> {
            if (found instanceof PdfContents.Found.Page page) {
                texts(page).forEach(text -> texts.add(text.where() + ": " + text.text()));
            }
        });
        assertThat(texts).isNotEmpty();
        assertThat(texts.getFirst()).startsWith("page 1 (CUSD-000000001): ");
        String read = Papers.text(bundle).replaceAll("\\s", "");
        for (String word : Papers.EVERY_SCRIPT.split("[\\s()：:，。,]+")) {
            assertThat(read).contains(word.replace("🏽", ""));
            for (String page : List.of("page 1 ", "page 2 ")) {
                assertThat(texts)
                        .filteredOn(text -> text.startsWith(page))
                        .as(word)
                        .anyMatch(text -> text.replaceAll("\\s", "").contains(word.replace("🏽", "")));
            }
        }
    }

    @Test
    void seededNamesInManyPagesAreAllGone() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> names =
                IntStream.range(0, 40).mapToObj(name -> name(random)).toList();
        String[] pages =
                IntStream.range(0, 8).mapToObj(page -> page(random, names)).toArray(String[]::new);
        byte[] bundle = Papers.bundle(
                inserted(Papers.pdf(folder.resolve("a.pdf"), pages), List.of(), names.toArray(String[]::new)));
        assertGone(bundle, names.toArray(String[]::new));
        assertThat(Papers.text(bundle)).contains("ordinary");
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int part = 0; part < 2; part++) {
            name.append((char) ('A' + random.nextInt(26)));
            random.ints(5 + random.nextInt(4), 'a', 'z' + 1).forEach(letter -> name.append((char) letter));
            name.append(part == 0 ? " " : "");
        }
        return name.toString();
    }

    private static String page(Random random, List<String> names) {
        StringBuilder page = new StringBuilder();
        for (int line = 0; line < 30; line++) {
            String name = names.get(random.nextInt(names.size()));
            String drawn = switch (random.nextInt(4)) {
                case 0 -> name.toUpperCase(Locale.ROOT);
                case 1 -> name.replace(" ", "\n");
                case 2 -> name.replace(" ", "   ");
                default -> name;
            };
            page.append("ordinary ").append(drawn).append(", ordinary\n");
        }
        return page.toString();
    }
}

package org.muniment.archive.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Papers and files for tests. */
final class Papers {
    static final BundleInfo INFO =
            new BundleInfo("Records request R12", "en-US", Instant.parse("2026-11-22T02:30:00Z"));

    static final String EVERY_SCRIPT = """
            Señora Núñez: Ελληνικά, Привет, Բարև ձեզ
            السلام عليكم (الحافلة 12) الأولاد
            שלום לכולם 7:45
            您好，巴士七點四十五分出發。 안녕하세요 こんにちは
            😀 🚌 👍🏽 ਪੰਜਾਬੀ ไทย ខ្មែរ
            """;

    private Papers() {}

    /** Page numbers as a district gives them. */
    static final class Numbered implements Stamps {
        private int last;

        @Override
        public Stamp next() {
            return new Stamp("CUSD-%09d".formatted(++last), "Produced under the Public Records Act");
        }
    }

    static byte[] bundle(Paper... papers) throws IOException, Unpaintable {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BundleWriter writer = new BundleWriter(INFO, bytes)) {
            Stamps stamps = new Numbered();
            for (Paper paper : papers) {
                writer.add(paper, stamps);
            }
            writer.finish();
        }
        return bytes.toByteArray();
    }

    static SetPaper set(Paper paper) throws IOException, Unpaintable {
        try (BundleWriter writer = new BundleWriter(INFO, new ByteArrayOutputStream())) {
            return writer.add(paper, new Numbered());
        }
    }

    static Paper.Flow flow(Block... blocks) {
        return new Paper.Flow("Mail", 1, List.of(blocks));
    }

    static Paper.Flow mail(String body) {
        return flow(
                new Block.Heading(1, "Bus schedule"),
                new Block.Facts(List.of(new Block.Fact("From", "Maria Ortiz"), new Block.Fact("To", "Sam Lee"))),
                new Block.Prose(Run.words(body), true));
    }

    static Paper.Markup markup(String html, Map<String, Path> pictures) {
        return new Paper.Markup("Newsletter", 1, List.of(new Block.Heading(1, "Newsletter")), html, pictures);
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    static BufferedImage seen(byte[] pdf, int page) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFRenderer(read).renderImageWithDPI(page, 72);
        }
    }

    /** A letter page for each text, its lines in Helvetica at 12 points from 72, 720. */
    static Path pdf(Path file, String... pages) {
        try (PDDocument document = new PDDocument()) {
            for (String text : pages) {
                PDPage page = new PDPage(PDRectangle.LETTER);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 720);
                    content.setLeading(16);
                    for (String line : text.split("\n")) {
                        content.showText(line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            document.save(file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void protect(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(file.toFile());
        }
    }

    /** A red picture with a blue square at its middle. */
    static Path picture(Path file, String format) throws IOException {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 400, 300);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(150, 100, 100, 100);
        graphics.dispose();
        if (!ImageIO.write(image, format, file.toFile())) {
            throw new IOException("No writer for " + format);
        }
        return file;
    }
}

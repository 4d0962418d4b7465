package org.muniment.archive.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.muniment.archive.pdf.Block.Column;
import org.muniment.archive.pdf.Block.Fact;
import org.muniment.archive.pdf.Block.Facts;
import org.muniment.archive.pdf.Block.Heading;
import org.muniment.archive.pdf.Block.PageBreak;
import org.muniment.archive.pdf.Block.Paragraph;
import org.muniment.archive.pdf.Block.Print;
import org.muniment.archive.pdf.Block.Signatures;
import org.muniment.archive.pdf.Block.Table;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfWriterTest {
    private static final Instant MADE = Instant.parse("2026-11-22T02:30:00.250Z");
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private static Document document(Block... blocks) {
        return new Document("Certificate of destruction", "en-US", "C12", MADE, List.of(blocks));
    }

    private static Document everything() {
        return document(
                new Heading(1, "Certificate of destruction"),
                new Paragraph("Señora Núñez, año 2026: ¿qué más? “Quoted” – with € 5 and a very long word "
                        + "x".repeat(400)),
                new Facts(List.of(new Fact("Plan", "P12"), new Fact("Authority", "5 CCR 16026; ".repeat(30)))),
                new Heading(2, "What was destroyed"),
                new Table(
                        List.of(Column.words("Series", 3), Column.words("Authority", 4), Column.numbers("Items", 1)),
                        rows(120),
                        Print.NORMAL),
                new Table(List.of(Column.words("Nothing", 1)), List.of(), Print.SMALL),
                new PageBreak(),
                new Signatures(List.of("Maria Ortiz, Director of Records", "Sam Lee, Superintendent")));
    }

    private static Iterable<List<String>> rows(int count) {
        return () -> IntStream.rangeClosed(1, count)
                .mapToObj(row -> List.of("R" + row, "Authority " + row, Integer.toString(row)))
                .iterator();
    }

    private static byte[] written(Document document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new PdfWriter().write(document, bytes);
        return bytes.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    @Test
    void whatIsWrittenIsPdfA2uByVeraPdf() throws IOException {
        VeraPdf.assertPdfA2u(written(everything()));
        VeraPdf.assertPdfA2u(written(document()));
    }

    @Test
    void itsStructureIsThatOfPdfA2a() throws IOException {
        String u = "<pdfaid:conformance>U<";
        byte[] pdf = written(everything());
        int at = indexOf(pdf, u.getBytes(StandardCharsets.US_ASCII));
        pdf[at + u.length() - 2] = 'A';
        VeraPdf.assertConforms(pdf, PDFAFlavour.PDFA_2_A);
    }

    private static int indexOf(byte[] in, byte[] what) {
        return IntStream.range(0, in.length - what.length)
                .filter(at -> Arrays.equals(in, at, at + what.length, what, 0, what.length))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        assertThat(written(everything())).isEqualTo(written(everything()));
    }

    @Test
    void anotherDocumentHasAnotherId() throws IOException {
        try (PDDocument one = Loader.loadPDF(written(document(new Paragraph("one"))));
                PDDocument two = Loader.loadPDF(written(document(new Paragraph("two"))))) {
            assertThat(one.getDocument().getDocumentID().toString())
                    .isNotEqualTo(two.getDocument().getDocumentID().toString());
        }
    }

    @Test
    void whatWasPutInIsReadOut() throws IOException {
        String text = text(written(everything()));
        assertThat(text)
                .contains("Señora Núñez, año 2026: ¿qué más? “Quoted” – with € 5")
                .contains("What was destroyed")
                .contains("R1 Authority 1 1")
                .contains("R120 Authority 120 120")
                .contains("Sam Lee, Superintendent");
        assertThat(text.chars().filter(c -> c == 'x').count()).isEqualTo(400);
    }

    @Test
    void everyPageSaysWhichItIsAndOfHowMany() throws IOException {
        String text = text(written(everything()));
        assertThat(text).contains("Page 1 of 5").contains("Page 5 of 5");
        assertThat(text.lines().filter(line -> line.contains("C12")).count()).isEqualTo(5);
    }

    @Test
    void headingsOfATableStandOnEachOfItsPages() throws IOException {
        String text = text(written(document(new Table(
                List.of(Column.words("Series", 3), Column.words("Authority", 4), Column.numbers("Items", 1)),
                rows(500),
                Print.SMALL))));
        long pages = text.lines().filter(line -> line.contains("Page ")).count();
        assertThat(pages).isGreaterThan(5);
        assertThat(text.lines()
                        .filter(line -> line.equals("Series Authority Items"))
                        .count())
                .isEqualTo(pages);
    }

    @Test
    void aDigestFitsOnALineOfALongList() throws IOException {
        String text = text(written(document(new Table(
                List.of(Column.words("Item", 5), Column.words("Object", 13), Column.words("Series", 8)),
                List.of(List.of(DIGEST.substring(0, 24), DIGEST, "R42")),
                Print.SMALL))));
        assertThat(text).contains(DIGEST.substring(0, 24) + " " + DIGEST + " R42");
    }

    @Test
    void aCellLongerThanAPageGoesOnOverleaf() throws IOException {
        String words = IntStream.range(0, 3000).mapToObj(word -> "w" + word).collect(Collectors.joining(" "));
        byte[] pdf = written(document(
                new Paragraph("Before"),
                new Table(
                        List.of(Column.words("One", 1), Column.words("Two", 1)),
                        List.of(List.of("short", words), List.of("next", "row")),
                        Print.NORMAL)));
        VeraPdf.assertPdfA2u(pdf);
        assertThat(text(pdf)).contains("w0 ").contains("w2999").contains("next row");
    }

    @Test
    void whatNoFontCanShowIsReplacedAndBreaksNothing() throws IOException {
        byte[] pdf = written(document(
                new Paragraph("\ud808\udc00 \ud800 a\u0000b\u202ec\nd \u00ad e\u0301 \uffff"), new Paragraph("")));
        VeraPdf.assertPdfA2u(pdf);
        assertThat(text(pdf)).contains("a bc d").contains("é");
    }

    @Test
    void randomTextsNeverBreakIt() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Block> blocks = IntStream.range(0, 40)
                .<Block>mapToObj(block -> switch (random.nextInt(4)) {
                    case 0 -> new Heading(1 + random.nextInt(2), words(random));
                    case 1 -> new Facts(List.of(new Fact(words(random), words(random))));
                    case 2 ->
                        new Table(
                                List.of(Column.words(words(random), 0.01), Column.numbers(words(random), 3)),
                                Collections.nCopies(random.nextInt(5), List.of(words(random), words(random))),
                                random.nextBoolean() ? Print.SMALL : Print.NORMAL);
                    default -> new Paragraph(words(random));
                })
                .toList();
        byte[] pdf = written(new Document("Random", "es", words(random), MADE, blocks));
        VeraPdf.assertPdfA2u(pdf);
    }

    private static String words(Random random) {
        int length = random.nextInt(60);
        return random.ints(length, 0, 0x3000)
                .mapToObj(character -> random.nextInt(4) == 0 ? " " : Character.toString(character))
                .collect(Collectors.joining());
    }

    @Test
    void aRowWithoutACellForEachColumnIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(document(new Table(
                        List.of(Column.words("One", 1), Column.words("Two", 1)), List.of(List.of("1")), Print.SMALL))));
    }

    @Test
    void aHundredThousandRowsNeedTheMemoryOfAFewPages() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        long[] most = {Long.MIN_VALUE};
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        Iterable<List<String>> rows = () -> IntStream.rangeClosed(1, 100_000)
                .mapToObj(row -> {
                    if (row % 20_000 == 0) {
                        System.gc();
                        most[0] = Math.max(most[0], runtime.totalMemory() - runtime.freeMemory() - before);
                    }
                    return List.of(
                            Integer.toString(row), DIGEST.substring(0, 24), DIGEST, "R42", "Class 3", "11/22/2026");
                })
                .iterator();
        List<Column> columns = List.of(
                Column.numbers("No.", 2),
                Column.words("Item", 5),
                Column.words("Object", 13),
                Column.words("Series", 2),
                Column.words("Class", 2),
                Column.words("Destroyed", 3));
        new PdfWriter().write(document(new Table(columns, rows, Print.SMALL)), OutputStream.nullOutputStream());
        assertThat(most[0]).isGreaterThan(Long.MIN_VALUE).isLessThan(64L << 20);
    }
}

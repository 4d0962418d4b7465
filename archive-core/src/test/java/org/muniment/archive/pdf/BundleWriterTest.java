package org.muniment.archive.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.pdf.Block.Column;

class BundleWriterTest {
    @TempDir
    private Path folder;

    private static Block prose(Run... runs) {
        return new Block.Prose(List.of(runs), true);
    }

    private byte[] everything() throws IOException, Unpaintable {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Path picture = Papers.picture(folder.resolve("picture.png"), "png");
        try (BundleWriter writer = new BundleWriter(Papers.INFO, bytes)) {
            Stamps stamps = new Papers.Numbered();
            SetPaper mail = writer.add(
                    Papers.flow(
                            new Block.Heading(1, List.of(new Run.Words("Re: "), new Run.Box("AR 7203"))),
                            prose(new Run.Words(Papers.EVERY_SCRIPT), new Run.Box("Gov. Code 7927.700")),
                            new Block.Picture(picture, "A blue square"),
                            prose(new Run.Words(
                                    "> quoted\n>> twice\nName      Room\nA         1\nB         2\nC         3"))),
                    stamps);
            SetPaper inserted = writer.add(
                    new Paper.Inserted(
                            "letter.pdf",
                            2,
                            Papers.pdf(folder.resolve("letter.pdf"), "Dear Sam Lee", "Page two"),
                            List.of(new Mask(2, 0.1, 0.1, 0.2, 0.1, "FERPA")),
                            List.of(new Strike("Sam Lee", "Gov. Code 7927.700"))),
                    stamps);
            SetPaper photo = writer.add(new Paper.Picture("photo.png", 2, picture, "A square", List.of()), stamps);
            SetPaper news = writer.add(
                    Papers.markup(
                            "<p>Hola, <b>familias</b> السلام 您好</p><img src='cid:a'><table border=1><tr><td>1</table>",
                            Map.of("a", picture)),
                    stamps);
            List<Block.Entry> entries = List.of(mail, inserted, photo, news).stream()
                    .map(paper -> new Block.Entry(
                            paper.number(), List.of(paper.marks().getFirst(), Integer.toString(paper.pages()))))
                    .toList();
            List<Column> columns = List.of(Column.words("Begins", 3), Column.numbers("Pages", 1));
            writer.front(new Paper.Flow("Contents", 1, List.of(new Block.Contents(columns, entries))), Stamps.none());
            writer.finish();
        }
        return bytes.toByteArray();
    }

    @Test
    void everyKindOfPaperIsPdfA2uByVeraPdf() throws Exception {
        VeraPdf.assertPdfA2u(everything());
    }

    @Test
    void whatPdfUaStillMissesIsNamed() throws Exception {
        System.out.println(
                "PDF/UA-1: " + VeraPdf.findings(everything(), org.verapdf.pdfa.flavours.PDFAFlavour.PDFUA_1));
        assertThat(VeraPdf.findings(everything(), org.verapdf.pdfa.flavours.PDFAFlavour.PDFA_2_A))
                .allMatch(finding -> finding.contains("clause=6.6.4") || finding.contains("conformance"));
    }

    @Test
    void theSamePapersGiveTheSameBytes() throws Exception {
        assertThat(everything()).isEqualTo(everything());
    }

    @Test
    void aBundleOfNothingButACoverIsAFile() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BundleWriter writer = new BundleWriter(Papers.INFO, bytes)) {
            writer.front(Papers.mail(""), Stamps.none());
            writer.finish();
        }
        VeraPdf.assertPdfA2u(bytes.toByteArray());
    }

    @Test
    void everyPageHasItsStampAndItsLabel() throws Exception {
        byte[] pdf = everything();
        try (PDDocument read = Loader.loadPDF(pdf)) {
            String[] labels = read.getDocumentCatalog().getPageLabels().getLabelsByPageIndices();
            assertThat(labels)
                    .containsExactly(
                            "i",
                            "CUSD-000000001",
                            "CUSD-000000002",
                            "CUSD-000000003",
                            "CUSD-000000004",
                            "CUSD-000000005");
        }
        assertThat(Papers.text(pdf)).contains("CUSD-000000001").contains("CUSD-000000005");
    }

    @Test
    void whatIsInFrontComesFirstAndLeadsToThePapers() throws Exception {
        try (PDDocument read = Loader.loadPDF(everything())) {
            List<PDAnnotationLink> links = read.getPage(0).getAnnotations().stream()
                    .map(PDAnnotationLink.class::cast)
                    .toList();
            assertThat(links).hasSize(4);
            PDOutlineItem first = read.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertThat(first.getTitle()).isEqualTo("Contents");
            PDOutlineItem mail = first.getNextSibling();
            assertThat(mail.getTitle()).isEqualTo("Mail");
            assertThat(mail.getFirstChild().getTitle()).isEqualTo("letter.pdf");
            assertThat(mail.getFirstChild().findDestinationPage(read)).isEqualTo(read.getPage(2));
            assertThat(mail.getNextSibling().getTitle()).isEqualTo("Newsletter");
        }
    }

    @Test
    void lettersOfEveryScriptAreReadOutAsTheyWerePutIn() throws Exception {
        SetPaper set = Papers.set(Papers.mail(Papers.EVERY_SCRIPT));
        assertThat(set.notes()).isEmpty();
        assertThat(set.pageTexts().getFirst())
                .contains("السلام عليكم (الحافلة 12) الأولاد")
                .contains("שלום לכולם 7:45")
                .contains("您好，巴士七點四十五分出發。 안녕하세요 こんにちは");
        assertThat(Papers.text(Papers.bundle(Papers.mail(Papers.EVERY_SCRIPT))))
                .contains("Ελληνικά, Привет, Բարև ձեզ")
                .contains("السلام عليكم")
                .contains("الأولاد")
                .contains("שלום לכולם")
                .contains("您好，巴士七點四十五分出發。 안녕하세요 こんにちは")
                .contains("😀 🚌 👍");
    }

    @Test
    void aCharacterThatNoFontHasIsSaidAndStillFound() throws Exception {
        Paper.Flow paper = Papers.mail("Cuneiform \ud808\udc00 sign");
        assertThat(Papers.set(paper).notes())
                .containsExactly("1 character has no letter form here and shows as a sign");
        assertThat(Papers.text(Papers.bundle(paper))).contains("\ud808\udc00");
    }

    @Test
    void aBoxIsAsWideAsItsLabelWhateverItHides() throws Exception {
        Letters letters = new Letters();
        try (letters) {
            Line line = Lines.of(
                            List.of(new Run.Words("Call "), new Run.Box("AR 7203"), new Run.Words(" now")),
                            Style.TEXT,
                            500,
                            letters)
                    .getFirst();
            assertThat(line.text()).isEqualTo("Call [AR 7203] now");
            assertThat(line.width())
                    .isEqualTo(
                            letters.width(Style.TEXT.cut(), "Call  now")
                                    + Line.box("AR 7203", letters, 50).width(),
                            org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    @Test
    void plainTextKeepsItsLinesItsIndentsAndItsQuotes() throws Exception {
        SetPaper set = Papers.set(Papers.mail("First\n   indented\n> quoted\n>> twice\n> \n> end"));
        assertThat(set.pageTexts().getFirst().lines().map(String::stripTrailing))
                .endsWith("First", "   indented", "> quoted", ">> twice", ">", "> end");
    }

    @Test
    void aLongTextFlowsOverPagesWithoutLosingAWord() throws Exception {
        String words = IntStream.range(0, 5000).mapToObj(word -> "w" + word).collect(Collectors.joining(" "));
        SetPaper set = Papers.set(Papers.mail(words));
        assertThat(set.pages()).isGreaterThan(5).isEqualTo(set.marks().size());
        String all = String.join(" ", set.pageTexts()).replaceAll("\\s+", " ");
        assertThat(all).endsWith(words);
        String read = Papers.text(Papers.bundle(Papers.mail(words)));
        assertThat(IntStream.range(0, 5000)).allMatch(word -> read.contains("w" + word));
    }

    @Test
    void aHostileTextTakesNoLongerThanItsLength() throws Exception {
        String arabic = "\u0633\u0644\u0627\u0645 ".repeat(40_000);
        assertThat(Papers.set(Papers.mail(arabic)).pages()).isGreaterThan(20);
        assertThat(Papers.set(Papers.mail(">".repeat(50_000))).pages()).isPositive();
    }

    @Test
    void randomTextsWithBoxesNeverBreakIt() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Paper[] papers = IntStream.range(0, 12)
                .mapToObj(paper -> Papers.flow(
                        new Block.Heading(2, List.of(new Run.Box(letters(random)), new Run.Words(letters(random)))),
                        new Block.Prose(
                                List.of(
                                        new Run.Words(letters(random)),
                                        new Run.Box(letters(random)),
                                        new Run.Words(letters(random) + "\n>" + letters(random)),
                                        new Run.Box("")),
                                random.nextBoolean())))
                .toArray(Paper[]::new);
        VeraPdf.assertPdfA2u(Papers.bundle(papers));
    }

    private static String letters(Random random) {
        return random.ints(random.nextInt(80), 0, 0x20000)
                .mapToObj(character -> switch (random.nextInt(6)) {
                    case 0 -> " ";
                    case 1 -> Character.toString(0x600 + character % 0x100);
                    case 2 -> "\n";
                    default -> Character.toString(character);
                })
                .collect(Collectors.joining());
    }

    @Test
    void whatCanNotBePaintedLeavesNothingBehind() throws Exception {
        Path locked = Papers.pdf(folder.resolve("locked.pdf"), "Secret");
        Papers.protect(locked);
        Path broken = java.nio.file.Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.4 nothing");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BundleWriter writer = new BundleWriter(Papers.INFO, bytes)) {
            Stamps stamps = new Papers.Numbered();
            assertThatThrownBy(() -> writer.add(new Paper.Inserted("a", 2, locked, List.of(), List.of()), stamps))
                    .isInstanceOf(Unpaintable.class)
                    .hasMessageContaining("password");
            assertThatThrownBy(() -> writer.add(new Paper.Inserted("a", 2, broken, List.of(), List.of()), stamps))
                    .isInstanceOf(Unpaintable.class);
            assertThatThrownBy(() -> writer.add(new Paper.Picture("a", 2, broken, "", List.of()), stamps))
                    .isInstanceOf(Unpaintable.class);
            assertThat(writer.add(Papers.mail("Slip sheet"), stamps).marks()).containsExactly("CUSD-000000001");
            writer.finish();
        }
        assertThat(bytes.toByteArray()).isEqualTo(Papers.bundle(Papers.mail("Slip sheet")));
    }
}

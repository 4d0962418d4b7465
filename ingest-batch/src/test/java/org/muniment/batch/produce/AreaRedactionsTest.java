package org.muniment.batch.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.pdf.ProofWord;
import org.muniment.archive.pdf.Spot;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.bundle.PackageCheck;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.Place;
import org.muniment.archive.review.ReviewRefused;

/** Areas that are hidden on the pages of a mail, a PDF file, a picture and a text, from the page that is looked at to the package. */
class AreaRedactionsTest {
    private static final String RED = "The red field of the picture";

    @TempDir
    Path folder;

    private District district;
    private ItemProofs proofs;
    private ItemId item;

    @BeforeEach
    void aMailWithAPdfAPictureAndAText() throws IOException {
        district = District.create(folder);
        district.mail(
                "one",
                "From: Office <office@district.example>\nTo: clerk@district.example\n"
                        + "Date: Mon, 8 Sep 2025 12:00:00 -0700\nSubject: Bus list\n"
                        + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n"
                        + "<p>Maya Alvarez rides bus seven.</p><p>Tell <b>Mr. Hale</b> today.</p>\n"
                        + file(
                                "application/pdf",
                                "list.pdf",
                                PlainPdf.of("Maya Alvarez rides bus 7", "Room 12 at noon", "Maya Alvarez again"))
                        + file("image/png", "scan.png", picture())
                        + file(
                                "text/plain",
                                "note.txt",
                                "Call Maya Alvarez.".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        + "--b--\n");
        item = district.all().getFirst();
        proofs = new ItemProofs(district.archive);
    }

    @AfterEach
    void close() {
        district.close();
    }

    private static String file(String type, String name, byte[] bytes) {
        return "--b\nContent-Type: " + type + "; name=\"" + name + "\"\nContent-Disposition: attachment\n"
                + "Content-Transfer-Encoding: base64\n\n" + District.base64(bytes) + "\n";
    }

    /** White, with a red field on its left half. */
    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 400, 300);
        graphics.setColor(Color.RED);
        graphics.fillRect(40, 60, 120, 90);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private ItemProof proof(int document) {
        return proofs.page(
                        district.archive.items().find(item).orElseThrow(),
                        district.archive
                                .redactions()
                                .applied(District.SET, List.of(item))
                                .getOrDefault(item, List.of()),
                        document,
                        1)
                .orElseThrow();
    }

    private static List<Integer> words(ItemProof proof, String... texts) {
        List<ProofWord> all = proof.proof().words();
        return IntStream.range(0, all.size())
                .filter(at -> List.of(texts).contains(all.get(at).text()))
                .boxed()
                .toList();
    }

    private static Spot around(ItemProof proof, List<Integer> words) {
        return words.stream()
                .map(word -> proof.proof().words().get(word).spot())
                .reduce(Spot::with)
                .orElseThrow();
    }

    private static List<String> said(ItemProof proof) {
        return proof.proof().words().stream().map(ProofWord::text).toList();
    }

    private Package made(ProductionFormat format, boolean shownIsMeant) {
        district.code(district.all(), Decision.EXEMPT_IN_PART, District.PUPIL);
        Produced produced = district.produce(district.request(
                format, District.SET, "out-" + format, new ProduceRequest.Consents(false, shownIsMeant)));
        assertThat(PackageCheck.check(produced.folder()).findings()).isEmpty();
        return new Package(produced.folder());
    }

    @Test
    void anAreaOnTheMailsPageHidesItsWordsWhereverTheTextGoes() throws IOException {
        ItemProof page = proof(0);
        assertThat(page.isFormatted()).isTrue();
        assertThat(page.documents())
                .extracting(ItemProof.Document::title)
                .containsExactly("", "list.pdf", "scan.png", "note.txt");
        List<Integer> name = words(page, "Maya", "Alvarez");
        List<ItemProof.Mark> marks = page.under(around(page, name));
        String body = district.texts(item).getOrDefault(new Part.Body(), "");
        assertThat(marks)
                .containsExactly(new ItemProof.Mark(
                        new Part.Body(), new Place.Span(body.indexOf("Maya"), body.indexOf("Alvarez") + 7)));
        assertThat(page.of(name)).isEqualTo(marks);
        district.mark(item, marks);
        assertThat(said(proof(0))).doesNotContain("Maya", "Alvarez").contains("49076", "Hale", "today.");
    }

    @Test
    void anAreaOnAForeignPageIsGoneFromThePageThePackageAndWhatProgramsFind() throws Exception {
        ItemProof page = proof(1);
        List<Integer> line = words(page, "Maya", "Alvarez", "rides", "bus", "7").subList(0, 5);
        district.mark(item, page.under(around(page, line.subList(0, 2))));
        assertThat(said(proof(1))).containsOnlyOnce("Maya").contains("rides", "12", "49076");
        district.mark(item, proof(1).of(words(proof(1), "Maya", "Alvarez")));
        assertThat(said(proof(1))).doesNotContain("Maya", "Alvarez").contains("again");
        district.mark(item, proof(0).of(words(proof(0), "Maya", "Alvarez")));
        district.mark(item, proof(3).of(words(proof(3), "Maya", "Alvarez.")));
        for (ProductionFormat format : List.of(ProductionFormat.COURT, ProductionFormat.PDF)) {
            Package made = made(format, false);
            assertThat(made.allText())
                    .doesNotContain("Maya")
                    .doesNotContain("Alvarez")
                    .contains("Room");
        }
    }

    @Test
    void wordsThatAnAreaHidesAndThatStandElsewhereStopTheBuild() {
        ItemProof page = proof(1);
        district.mark(item, page.of(words(page, "Maya", "Alvarez")));
        assertThatThrownBy(() -> made(ProductionFormat.PDF, false))
                .isInstanceOf(BuildStopped.class)
                .hasMessageContaining("redacted at one place are to be read at another")
                .hasMessageContaining("--part 'name of 2' --whole");
    }

    @Test
    void noPixelOfAPictureIsLeftUnderAnArea() throws Exception {
        ItemProof page = proof(2);
        assertThat(reds(ImageIO.read(new ByteArrayInputStream(page.proof().png()))))
                .as(RED)
                .isPositive();
        Spot field = page.proof().ofForeign(new Spot(0.08, 0.18, 0.34, 0.34)).orElseThrow();
        district.mark(item, page.under(field));
        assertThat(reds(ImageIO.read(new ByteArrayInputStream(proof(2).proof().png()))))
                .isZero();
        Package made = made(ProductionFormat.PDF, true);
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "pdfimages")));
        assumeTrue(there, "pdfimages is not installed");
        Path pdf = made.files().stream()
                .filter(file -> file.toString().endsWith(".pdf"))
                .findFirst()
                .orElseThrow();
        Path out = Files.createDirectories(folder.resolve("images"));
        assertThat(new ProcessBuilder(
                                "pdfimages",
                                "-png",
                                pdf.toString(),
                                out.resolve("i").toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        try (Stream<Path> images = Files.list(out)) {
            List<Path> all = images.toList();
            assertThat(all).isNotEmpty();
            for (Path image : all) {
                assertThat(reds(ImageIO.read(image.toFile())))
                        .as(image.toString())
                        .isZero();
            }
        }
    }

    private static long reds(BufferedImage image) {
        long reds = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color colour = new Color(image.getRGB(x, y));
                reds += colour.getRed() > colour.getGreen() + 60 ? 1 : 0;
            }
        }
        return reds;
    }

    @Test
    void anAreaOfAFileThatIsSetFromItsWordsWithholdsTheFile() throws IOException {
        district.mark(
                item,
                List.of(new ItemProof.Mark(
                        new Part.AttachmentText(proof(3).documents().get(3).place()),
                        new Place.Region(1, 0.1, 0.1, 0.5, 0.5))));
        assertThat(made(ProductionFormat.COURT, true).allText())
                .contains("This attachment is withheld")
                .doesNotContain("Call Maya");
    }

    @Test
    void whatCanNotBeHiddenIsRefused() {
        ItemProof mail = proof(0);
        assertThatThrownBy(() -> mail.under(new Spot(0.4, 0.9, 0.1, 0.02))).isInstanceOf(ReviewRefused.class);
        assertThatThrownBy(() -> mail.under(new Spot(0.4, 0.9, 0, 0))).isInstanceOf(ReviewRefused.class);
        assertThatThrownBy(() -> mail.of(words(mail, "From"))).isInstanceOf(ReviewRefused.class);
        assertThatThrownBy(() -> proof(2).under(new Spot(0, 0.95, 0.01, 0.01))).isInstanceOf(ReviewRefused.class);
        assertThat(proofs.page(district.archive.items().find(item).orElseThrow(), List.of(), 9, 1))
                .isEmpty();
        assertThat(proofs.page(district.archive.items().find(item).orElseThrow(), List.of(), 1, 2))
                .isEmpty();
    }
}

package org.muniment.batch.produce.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.pdf.BundleInfo;
import org.muniment.archive.pdf.BundleWriter;
import org.muniment.archive.pdf.Mask;
import org.muniment.archive.pdf.Paper;
import org.muniment.archive.pdf.Stamp;
import org.muniment.archive.store.Digest;

/** What is hidden in a picture on a page is looked for in its pixels. */
class PicturesReadAgainTest {
    private static final ItemId REDACTED = ItemId.of(Digest.of(new byte[] {1}));
    private static final String NUMBER = "T-000000001";
    private static final Secret MILO = new Secret(REDACTED, "Milo Ashfeld", true);

    @TempDir
    Path folder;

    private record One(ItemId item) implements LeakTest.Sources {
        @Override
        public Optional<ItemId> at(String number) {
            return number.equals(NUMBER) ? Optional.of(item) : Optional.empty();
        }

        @Override
        public Set<ItemId> titled(String text) {
            return Set.of();
        }

        @Override
        public String visible(ItemId item) {
            return "a report of the playground";
        }

        @Override
        public String natives(ItemId item) {
            return "";
        }

        @Override
        public String printed() {
            return "";
        }

        @Override
        public String chosen() {
            return "";
        }
    }

    /** A page with a picture of two lines of text: a pupil's name above, what happened below. */
    private void bundle(Color paper, List<Mask> masks) throws Exception {
        BufferedImage image = new BufferedImage(1200, 500, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(paper);
        graphics.fillRect(0, 0, 1200, 500);
        graphics.setColor(Color.BLACK);
        try (InputStream font =
                Objects.requireNonNull(BundleWriter.class.getResourceAsStream("fonts/LiberationSerif-Regular.ttf"))) {
            graphics.setFont(Font.createFont(Font.TRUETYPE_FONT, font).deriveFont(64f));
        }
        graphics.drawString("Milo Ashfeld", 80, 120);
        graphics.drawString("fell from the climber", 80, 380);
        graphics.dispose();
        Path png = folder.resolve("scan.png");
        ImageIO.write(image, "png", png.toFile());
        Path pdf = folder.resolve("package/PDF/bundle.pdf");
        Files.createDirectories(Objects.requireNonNull(pdf.getParent()));
        try (OutputStream out = Files.newOutputStream(pdf);
                BundleWriter writer = new BundleWriter(new BundleInfo("R1", "en-US", Instant.EPOCH), out)) {
            writer.add(new Paper.Picture("Scan", 1, png, "A scanned page", masks), () -> new Stamp(NUMBER, ""));
            writer.finish();
        }
    }

    private List<Leak> leaks(LeakTest test) throws IOException {
        return test.run(folder.resolve("package"));
    }

    private static PictureReader installed() {
        PictureReader eyes =
                Tesseract.find(Objects.requireNonNullElse(System.getenv("PATH"), ""), Duration.ofMinutes(5));
        if (Boolean.parseBoolean(System.getenv("PDF_PROGRAMS_REQUIRED"))) {
            assertThat(eyes).as("tesseract is installed").isNotSameAs(PictureReader.NONE);
        }
        assumeTrue(eyes != PictureReader.NONE, "tesseract is not installed");
        return eyes;
    }

    /** On white it is kept as line art, on a colour as a photograph. */
    @ParameterizedTest
    @ValueSource(ints = {0xffffff, 0xdde8ff})
    void aNameLeftInThePixelsIsFound(int paper) throws Exception {
        PictureReader eyes = installed();
        bundle(new Color(paper), List.of());
        assertThat(leaks(new LeakTest(List.of(MILO), new One(REDACTED), eyes)))
                .singleElement()
                .satisfies(leak -> {
                    assertThat(leak.sort()).isEqualTo(Leak.Sort.LEAKED);
                    assertThat(leak.where()).contains(NUMBER).endsWith("in the picture");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0xffffff, 0xdde8ff})
    void aNameBelowABoxIsNotThereAnyMore(int paper) throws Exception {
        PictureReader eyes = installed();
        bundle(new Color(paper), List.of(new Mask(1, 0, 0, 1, 0.4, "49076")));
        LeakTest test = new LeakTest(List.of(MILO), new One(REDACTED), eyes);
        assertThat(leaks(test)).isEmpty();
        assertThat(test.unreadPictures()).isZero();
        assertThat(leaks(new LeakTest(
                        List.of(new Secret(REDACTED, "fell from the climber", true)), new One(REDACTED), eyes)))
                .as("the words beside the box are read")
                .hasSize(1);
    }

    @Test
    void picturesThatNobodyReadAreCounted() throws Exception {
        bundle(Color.WHITE, List.of());
        LeakTest test = new LeakTest(List.of(MILO), new One(REDACTED), PictureReader.NONE);
        assertThat(leaks(test)).isEmpty();
        assertThat(test.unreadPictures()).isEqualTo(1);
    }

    @Test
    void whenTheTimeForPicturesIsOverTheRestIsCounted() throws Exception {
        bundle(Color.WHITE, List.of());
        Path program = Files.writeString(
                Files.createDirectories(folder.resolve("bin")).resolve("tesseract"),
                "#!/bin/sh\necho Milo Ashfeld > \"$2.txt\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        String path = folder.resolve("bin").toString();
        LeakTest over = new LeakTest(List.of(MILO), new One(REDACTED), Tesseract.find(path, Duration.ZERO));
        assertThat(leaks(over)).isEmpty();
        assertThat(over.unreadPictures()).isEqualTo(1);
        LeakTest within = new LeakTest(List.of(MILO), new One(REDACTED), Tesseract.find(path, Duration.ofMinutes(1)));
        assertThat(leaks(within)).hasSize(1);
        assertThat(within.unreadPictures()).isZero();
    }

    @Test
    void aPictureThatCannotBeReadStopsTheTest() throws Exception {
        bundle(Color.WHITE, List.of());
        PictureReader broken = picture -> {
            throw new IOException("no memory");
        };
        assertThatThrownBy(() -> leaks(new LeakTest(List.of(MILO), new One(REDACTED), broken)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(NUMBER);
    }
}

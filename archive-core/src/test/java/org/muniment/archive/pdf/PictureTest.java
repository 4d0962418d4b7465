package org.muniment.archive.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
    @TempDir
    private Path folder;

    private static Paper.Picture paper(Path file) {
        return new Paper.Picture("Scan", 2, file, "A scan", List.of());
    }

    @Test
    void eachPageOfATiffIsAPage() throws Exception {
        Path file = folder.resolve("scan.tif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int page = 0; page < 3; page++) {
                BufferedImage image = new BufferedImage(850, 1100, BufferedImage.TYPE_BYTE_BINARY);
                writer.writeToSequence(new IIOImage(image, null, null), null);
            }
            writer.endWriteSequence();
        }
        SetPaper set = Papers.set(paper(file));
        assertThat(set.pages()).isEqualTo(3);
        VeraPdf.assertPdfA2u(Papers.bundle(paper(file)));
    }

    @Test
    void aPhotographStandsUprightAsTheCameraNotedIt() throws Exception {
        BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 400; x++) {
                image.setRGB(x, y, x < 100 ? 0x0000ff : 0xff0000);
            }
        }
        Path lying = Files.write(folder.resolve("a.jpg"), withOrientation(image, 6));
        try (PictureFile file = PictureFile.open(lying)) {
            BufferedImage upright = file.page(0, 1_000_000);
            assertThat(upright.getWidth()).isEqualTo(200);
            assertThat(upright.getHeight()).isEqualTo(400);
            // What was at the left is at the top: the camera was turned to the left.
            assertThat(upright.getRGB(100, 20) & 0xff).isGreaterThan(200);
            assertThat(upright.getRGB(100, 380) & 0xff).isLessThan(60);
        }
    }

    /** A JPEG with an Exif segment that says which side is up, and where it was taken. */
    private static byte[] withOrientation(BufferedImage image, int orientation) throws IOException {
        byte[] jpeg = Drawing.jpeg(image);
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(exif);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    @Test
    void aPictureLargerThanThePageIsMadeSmallerAndNeverReachesTheStamp() throws Exception {
        Path file = folder.resolve("large.png");
        ImageIO.write(new BufferedImage(4000, 6000, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
        BufferedImage seen = Papers.seen(Papers.bundle(paper(file)), 0);
        assertThat(seen.getRGB(300, 400) & 0xff).isLessThan(20);
        for (int y = 792 - 32; y < 792; y++) {
            assertThat(seen.getRGB(300, y) & 0xff).isEqualTo(255);
        }
    }

    @Test
    void aWidePictureLiesOnAWidePage() throws Exception {
        Path file = folder.resolve("wide.png");
        ImageIO.write(new BufferedImage(3000, 1000, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        BufferedImage seen = Papers.seen(Papers.bundle(paper(file)), 0);
        assertThat(seen.getWidth()).isEqualTo(792);
        assertThat(Papers.text(Papers.bundle(paper(file)))).contains("CUSD-000000001");
    }
}

package org.muniment.archive.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture as the file holds it. Text and line art in greys are kept in sixteen of them without loss of edges; everything
 * else is a JPEG.
 *
 * @param entries of its dictionary besides the length
 * @param content as {@code entries} say it is coded
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent")
record Drawing(String entries, byte[] content, int width, int height) {
    private static final float QUALITY = 0.85f;
    /** Share of a page's pixels that are neither nearly white nor nearly black, up to which it is line art. */
    private static final double HALFTONES = 0.12;

    /** @param image of type RGB */
    static Drawing of(BufferedImage image) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] row = new int[width];
        long middle = 0;
        boolean grey = true;
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int pixel : row) {
                int green = pixel >> 8 & 0xff;
                grey &= (pixel >> 16 & 0xff) == green && (pixel & 0xff) == green;
                middle += green > 24 && green < 232 ? 1 : 0;
            }
        }
        return grey && middle < HALFTONES * width * height ? lineArt(image) : photograph(image, grey);
    }

    private static Drawing lineArt(BufferedImage image) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] row = new int[width];
        byte[] packed = new byte[(width + 1) / 2 * height];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            int start = y * ((width + 1) / 2);
            for (int x = 0; x < width; x++) {
                int level = Math.round((row[x] & 0xff) / 17f);
                packed[start + x / 2] |= (byte) (x % 2 == 0 ? level << 4 : level);
            }
        }
        String entries = entries(width, height, "/DeviceGray", 4) + " /Filter /FlateDecode";
        return new Drawing(entries, PdfFile.deflated(packed), width, height);
    }

    private static Drawing photograph(BufferedImage image, boolean grey) throws IOException {
        BufferedImage source = image;
        if (grey) {
            source = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    source.getRaster().setSample(x, y, 0, image.getRGB(x, y) & 0xff);
                }
            }
        }
        String entries = entries(image.getWidth(), image.getHeight(), grey ? "/DeviceGray" : "/DeviceRGB", 8);
        return new Drawing(entries + " /Filter /DCTDecode", jpeg(source), image.getWidth(), image.getHeight());
    }

    /** A picture as a JPEG. */
    static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 << 10);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String entries(int width, int height, String colours, int bits) {
        return "/Type /XObject /Subtype /Image /Width " + width + " /Height " + height + " /ColorSpace " + colours
                + " /BitsPerComponent " + bits;
    }

    /** Writes it; returns its number. */
    int write(PdfFile file) throws IOException {
        int number = file.allocate();
        file.plainStream(number, entries, content);
        return number;
    }
}

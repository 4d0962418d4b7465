package org.muniment.archive.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** A file of one or more pictures. Nothing but pixels is taken from it, and never more than fit into bounded memory. */
final class PictureFile implements Closeable {
    private static final long MOST_PIXELS = 400_000_000;
    private static final int MOST_PAGES = 2_000;

    private final ImageInputStream stream;
    private final ImageReader reader;
    private final int orientation;
    private final int pages;

    private PictureFile(ImageInputStream stream, ImageReader reader, int orientation, int pages) {
        this.stream = stream;
        this.reader = reader;
        this.orientation = orientation;
        this.pages = pages;
    }

    static PictureFile open(Path file) throws Unpaintable {
        FileImageInputStream stream = null;
        try {
            stream = new FileImageInputStream(new File(file.toString()));
            return open(file, stream);
        } catch (IOException | RuntimeException e) {
            close(stream);
            throw new Unpaintable("The picture is damaged or of a kind that can't be shown", e);
        } catch (Unpaintable e) {
            close(stream);
            throw e;
        }
    }

    private static PictureFile open(Path file, ImageInputStream stream) throws IOException, Unpaintable {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new Unpaintable("The file is no picture of a known kind");
        }
        ImageReader reader = readers.next();
        reader.setInput(stream, false, true);
        boolean manyPages = reader.getOriginatingProvider().getFormatNames()[0].equalsIgnoreCase("tif");
        int pages = manyPages ? reader.getNumImages(true) : 1;
        if (pages < 1 || pages > MOST_PAGES) {
            throw new Unpaintable("The file holds " + pages + " pictures");
        }
        return new PictureFile(stream, reader, Orientation.of(file), pages);
    }

    private static void close(@Nullable ImageInputStream stream) throws Unpaintable {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException e) {
            throw new Unpaintable("The picture can't be read", e);
        }
    }

    int pages() {
        return pages;
    }

    /**
     * A page on white, upright.
     *
     * @param page from 0
     * @param most how many pixels are enough; larger ones are read coarser
     */
    BufferedImage page(int page, long most) throws Unpaintable {
        try {
            long pixels = (long) reader.getWidth(page) * reader.getHeight(page);
            if (pixels > MOST_PIXELS) {
                throw new Unpaintable("The picture has " + pixels / 1_000_000 + " million pixels");
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int coarser = (int) Math.max(1, Math.ceil(Math.sqrt((double) pixels / most)));
            how.setSourceSubsampling(coarser, coarser, 0, 0);
            return upright(reader.read(page, how));
        } catch (IOException | RuntimeException e) {
            throw new Unpaintable("The picture is damaged or of a kind that can't be shown", e);
        }
    }

    private BufferedImage upright(BufferedImage read) {
        boolean turned = orientation >= 5;
        int width = turned ? read.getHeight() : read.getWidth();
        int height = turned ? read.getWidth() : read.getHeight();
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(read, turning(read.getWidth(), read.getHeight()), null);
        graphics.dispose();
        return upright;
    }

    private AffineTransform turning(int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}

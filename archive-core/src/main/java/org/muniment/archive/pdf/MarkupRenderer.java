package org.muniment.archive.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;

/** Draws clean markup on pages of a given size. Loads nothing but the pictures it was given. */
final class MarkupRenderer {
    private static final int MOST_PAGES = 300;
    private static final long PIXELS = 4_000_000;
    private final MarkupFonts fonts;
    private final CleanMarkup markup;
    private final double width;
    private final double height;
    private final double firstTop;

    /**
     * @param width of its pages in points
     * @param height of its pages in points
     * @param firstTop points left free on the first
     */
    MarkupRenderer(MarkupFonts fonts, CleanMarkup markup, double width, double height, double firstTop) {
        this.fonts = fonts;
        this.markup = markup;
        this.width = width;
        this.height = height;
        this.firstTop = firstTop;
    }

    /** A PDF file; more pages than are reasonable are an error. */
    byte[] render() throws IOException {
        // It tells each font it opens otherwise.
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = builder();
        builder.toStream(bytes);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            fonts.offer(renderer.getFontResolver(), renderer.getPdfDocument());
            renderer.layout();
            int pages = renderer.getRootBox().getLayer().getPages().size();
            if (pages > MOST_PAGES) {
                throw new IOException("It would take " + pages + " pages");
            }
            renderer.createPDF();
        }
        return bytes.toByteArray();
    }

    private PdfRendererBuilder builder() {
        String size = "@page { size: " + width + "pt " + height + "pt; margin: 0 } @page :first { margin-top: "
                + firstTop + "pt }";
        markup.document().head().appendElement("style").appendChild(new DataNode(size));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
        builder.withW3cDocument(new W3CDom().fromJsoup(markup.document()), "");
        builder.useUnicodeBidiSplitter(MarkupDirections::new);
        builder.useUnicodeBidiReorderer(new MarkupLetters());
        builder.useUriResolver((base, address) -> markup.pictures().containsKey(address) ? address : null);
        builder.useExternalResourceAccessControl(
                this::isAllowed, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                this::isAllowed, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useProtocolsStreamImplementation(Picture::new, MailMarkup.SCHEME);
        builder.useProtocolsStreamImplementation(
                address -> new Loaded(new byte[0]), "http", "https", "file", "jar", "ftp", "data");
        return builder;
    }

    private boolean isAllowed(String address, ExternalResourceType type) {
        return type == ExternalResourceType.IMAGE_RASTER && markup.pictures().containsKey(address);
    }

    /** A picture that comes along, drawn anew so that nothing but pixels of it arrives. */
    private final class Picture implements FSStream {
        private final String address;

        Picture(String address) {
            this.address = address;
        }

        @Override
        public InputStream getStream() {
            Map<String, Path> pictures = markup.pictures();
            Path file = pictures.get(address);
            return new ByteArrayInputStream(file == null ? new byte[0] : pixels(file));
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.ISO_8859_1);
        }

        private static byte[] pixels(Path file) {
            try (PictureFile picture = PictureFile.open(file)) {
                return Drawing.jpeg(picture.page(0, PIXELS));
            } catch (IOException | Unpaintable e) {
                return new byte[0];
            }
        }
    }

    /** What is there already. */
    private record Loaded(byte[] bytes) implements FSStream {
        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.ISO_8859_1);
        }
    }
}

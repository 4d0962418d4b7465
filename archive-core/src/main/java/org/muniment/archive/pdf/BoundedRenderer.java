package org.muniment.archive.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws foreign pages, and gives up on those that would take for ever. */
final class BoundedRenderer extends PDFRenderer {
    private static final int MOST_OPERATORS = 3_000_000;
    private static final long MOST_NANOS = 60_000_000_000L;
    private static final long MOST_PIXELS = 100_000_000;

    BoundedRenderer(PDDocument document) {
        super(document);
        setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new BoundedDrawer(parameters);
    }

    private static final class BoundedDrawer extends PageDrawer {
        private final long start = System.nanoTime();
        private int operators;

        BoundedDrawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (++operators > MOST_OPERATORS || System.nanoTime() - start > MOST_NANOS) {
                // Unchecked: PDFBox goes on after an IOException of an operator.
                throw new IllegalStateException("The page takes too long to draw");
            }
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            if ((long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
                throw new IllegalStateException("A picture on the page is too large");
            }
            super.drawImage(image);
        }
    }
}

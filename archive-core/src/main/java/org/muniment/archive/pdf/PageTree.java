package org.muniment.archive.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The order of the pages, in nodes of a size that readers like. Pages in front may be added after those behind them. */
final class PageTree {
    private static final int KIDS = 64;

    private final PdfFile file;
    private final int root;
    private final Branch front = new Branch();
    private final Branch body = new Branch();

    /** Pages that follow one another. */
    private final class Branch {
        private final List<Integer> nodes = new ArrayList<>();
        private final StringBuilder kids = new StringBuilder();
        private int open;
        private int inOpen;
        private int pages;

        int parent() {
            if (inOpen == 0) {
                open = file.allocate();
                nodes.add(open);
            }
            return open;
        }

        void add(int page) throws IOException {
            kids.append(page).append(" 0 R ");
            pages++;
            if (++inOpen == KIDS) {
                close();
            }
        }

        void close() throws IOException {
            if (inOpen > 0) {
                file.write(
                        open, "<</Type /Pages /Parent " + root + " 0 R /Count " + inOpen + " /Kids [" + kids + "]>>");
                kids.setLength(0);
                inOpen = 0;
            }
        }
    }

    PageTree(PdfFile file) {
        this.file = file;
        this.root = file.allocate();
    }

    /** The object that is the parent of the next page. */
    int parent(boolean inFront) {
        return (inFront ? front : body).parent();
    }

    void add(int page, boolean inFront) throws IOException {
        (inFront ? front : body).add(page);
    }

    int pages() {
        return front.pages + body.pages;
    }

    /** Returns the number of the root. */
    int finish() throws IOException {
        front.close();
        body.close();
        StringBuilder kids = new StringBuilder();
        front.nodes.forEach(node -> kids.append(node).append(" 0 R "));
        body.nodes.forEach(node -> kids.append(node).append(" 0 R "));
        file.write(root, "<</Type /Pages /MediaBox [0 0 612 792] /Count " + pages() + " /Kids [" + kids + "]>>");
        return root;
    }
}

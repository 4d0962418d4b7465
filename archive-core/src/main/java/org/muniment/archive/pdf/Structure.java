package org.muniment.archive.pdf;

import java.io.IOException;

/** The document's structure: what is a heading, a table, a cell. Elements are written as soon as they are complete. */
final class Structure {
    private final PdfFile file;
    private final int root;
    private final Tag document;
    private final StringBuilder pages = new StringBuilder();

    Structure(PdfFile file) {
        this.file = file;
        this.root = file.allocate();
        this.document = new Tag(file.allocate(), root, "Document", "", new StringBuilder());
    }

    Tag document() {
        return document;
    }

    /** Begins an element; its place among its parent's is this one. */
    Tag begin(Tag parent, String type, String attributes) {
        Tag tag = new Tag(file.allocate(), parent.number(), type, attributes, new StringBuilder());
        parent.add(tag);
        return tag;
    }

    Tag begin(Tag parent, String type) {
        return begin(parent, type, "");
    }

    void end(Tag tag) throws IOException {
        file.write(tag.number(), tag.written());
    }

    /** Notes which elements the pieces of a page belong to. */
    void page(int key, CharSequence tags) throws IOException {
        int number = file.allocate();
        file.write(number, "[" + tags + "]");
        pages.append(key).append(' ').append(number).append(" 0 R ");
    }

    /** Ends the whole; returns the number of its root. */
    int finish() throws IOException {
        end(document);
        int tree = file.allocate();
        file.write(tree, "<</Nums [" + pages + "]>>");
        file.write(root, "<</Type /StructTreeRoot /K [" + document.number() + " 0 R] /ParentTree " + tree + " 0 R>>");
        return root;
    }
}

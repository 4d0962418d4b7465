package org.muniment.archive.pdf;

import java.io.IOException;

/** The document's structure: what is a heading, a table, a cell. Elements are written as soon as they are complete. */
final class Structure {
    private final PdfFile file;
    private final int root;
    private final Tag document;
    private final StringBuilder pieces = new StringBuilder();
    private final StringBuilder front = new StringBuilder();
    private int keys;

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

    /** Begins an element that is read before all that are begun otherwise, behind those begun with this method. */
    Tag beginFront(String type) {
        Tag tag = new Tag(file.allocate(), document.number(), type, "", new StringBuilder());
        front.append(tag.number()).append(" 0 R ");
        return tag;
    }

    void end(Tag tag) throws IOException {
        file.write(tag.number(), tag.written());
    }

    /** Notes which elements the pieces of a page belong to; returns the page's key. */
    int page(CharSequence tags) throws IOException {
        int number = file.allocate();
        file.write(number, "[" + tags + "]");
        return key(number);
    }

    /** The key of an object that belongs to one element as a whole. */
    int key(int element) {
        pieces.append(keys).append(' ').append(element).append(" 0 R ");
        return keys++;
    }

    /** Ends the whole; returns the number of its root. */
    int finish() throws IOException {
        document.kids().insert(0, front);
        end(document);
        int tree = file.allocate();
        file.write(tree, "<</Nums [" + pieces + "]>>");
        file.write(root, "<</Type /StructTreeRoot /K [" + document.number() + " 0 R] /ParentTree " + tree + " 0 R>>");
        return root;
    }
}

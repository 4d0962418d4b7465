package org.muniment.archive.pdf;

/**
 * An element of the document's structure (ISO 32000-1 §14.7) that is still being written.
 *
 * @param number of its object
 * @param parent of its parent's object
 * @param type as the standard names it: {@code TR}
 * @param attributes further entries of its dictionary; empty for none
 * @param kids what is in it so far
 */
record Tag(int number, int parent, String type, String attributes, StringBuilder kids) {
    /** Says that a piece of a page's content belongs to it. */
    void mark(int page, int piece) {
        kids.append("<</Type /MCR /Pg ")
                .append(page)
                .append(" 0 R /MCID ")
                .append(piece)
                .append(">> ");
    }

    /** Says that an annotation of a page belongs to it. */
    void refer(int page, int annotation) {
        kids.append("<</Type /OBJR /Pg ")
                .append(page)
                .append(" 0 R /Obj ")
                .append(annotation)
                .append(" 0 R>> ");
    }

    void add(Tag kid) {
        kids.append(kid.number).append(" 0 R ");
    }

    String written() {
        return "<</Type /StructElem /S /" + type + " /P " + parent + " 0 R" + attributes + " /K [" + kids + "]>>";
    }
}

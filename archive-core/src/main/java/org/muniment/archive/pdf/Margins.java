package org.muniment.archive.pdf;

/** What stands around a page's content. */
interface Margins {
    /** Draws it onto a page whose content is complete; called once for each, in order. */
    void draw(Page page);

    /** Further entries of the drawings that any page may show by name; empty for none. */
    default String drawings() {
        return "";
    }
}

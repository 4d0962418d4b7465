package org.muniment.archive.production;

/** Whom a production is made for, which decides what is in its folder. */
public enum ProductionFormat {
    /** For people: one searchable PDF, or several volumes of it. */
    PDF,
    /** For litigation: natives, text, a PDF or images of each document, Concordance DAT, Opticon OPT, privilege log. */
    COURT,
    /** For an archives: a bag, RFC 8493 (BagIt 1.0). */
    BAG
}

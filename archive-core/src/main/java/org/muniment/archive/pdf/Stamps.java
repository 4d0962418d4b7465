package org.muniment.archive.pdf;

/** Gives each page its stamp. Asked once per page that is really set, in page order. */
@FunctionalInterface
public interface Stamps {
    /** The next page's. */
    Stamp next();

    /** Pages without any. */
    static Stamps none() {
        return () -> new Stamp("", "");
    }
}

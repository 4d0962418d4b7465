package org.muniment.archive.production;

/** A production can't be changed, built or read as asked; nothing was changed. The message says what to do. */
public final class ProductionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProductionRefused(String message) {
        super(message);
    }
}

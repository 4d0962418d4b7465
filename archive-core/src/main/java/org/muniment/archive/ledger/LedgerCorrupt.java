package org.muniment.archive.ledger;

/**
 * What is stored of the ledger contradicts itself, so that nothing may be added to it or signed. Checking the whole
 * ledger ({@link LedgerCheck}) names what was changed.
 */
public final class LedgerCorrupt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerCorrupt(String message) {
        super(message + "; verify the archive, and restore what it names from a backup");
    }

    LedgerCorrupt(String message, Throwable cause) {
        super(message + "; verify the archive, and restore what it names from a backup", cause);
    }
}

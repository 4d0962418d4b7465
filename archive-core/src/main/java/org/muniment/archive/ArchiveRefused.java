package org.muniment.archive;

/** What was asked can't be done with this archive as it stands. The message says why and what to do. */
public final class ArchiveRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ArchiveRefused(String message) {
        super(message);
    }
}

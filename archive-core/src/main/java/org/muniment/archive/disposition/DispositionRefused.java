package org.muniment.archive.disposition;

/** A deed that the rules of disposition forbid as things are. The message says why and what to do; nothing was changed. */
public final class DispositionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DispositionRefused(String message) {
        super(message);
    }
}

package org.muniment.archive.request;

/** A request, an extension or a closing can't be recorded as asked; nothing was changed. The message says what to do. */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RequestRefused(String message) {
        super(message);
    }
}

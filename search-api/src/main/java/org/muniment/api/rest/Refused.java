package org.muniment.api.rest;

/** A request that can't be carried out as it was sent. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    Refused(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    Problem problem() {
        return Problem.of(status, title, String.valueOf(getMessage()));
    }
}

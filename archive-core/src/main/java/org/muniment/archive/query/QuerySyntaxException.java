package org.muniment.archive.query;

/** A query that cannot be understood as written: what is wrong, in plain words, and where. */
public final class QuerySyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String query;
    private final int position;
    private final int length;

    QuerySyntaxException(String message, String query, int position, int length) {
        super(message);
        this.query = query;
        this.position = Math.clamp(position, 0, query.length());
        this.length = Math.clamp(length, 1, Math.max(1, query.length() - this.position));
    }

    /** First character of what is wrong, from 0; the query's length when something is missing at its end. */
    public int position() {
        return position;
    }

    /** Number of characters that are wrong, at least 1. */
    public int length() {
        return length;
    }

    /** Three lines: the query, carets under what is wrong, the message. Line breaks in the query show as spaces. */
    public String pointed() {
        String shown = query.replaceAll("[\\s\\v]", " ");
        return shown + "\n" + " ".repeat(position) + "^".repeat(length) + "\n" + getMessage();
    }
}

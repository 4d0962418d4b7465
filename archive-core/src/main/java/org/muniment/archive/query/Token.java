package org.muniment.archive.query;

/**
 * A piece of a query as typed.
 *
 * @param text what it says: without quotes, escapes or colon
 * @param begin its first character in the query
 * @param end after its last
 */
record Token(Kind kind, String text, int begin, int end) {
    enum Kind {
        WORD,
        PHRASE,
        STEMMED_PHRASE,
        FIELD,
        OPEN,
        CLOSE,
        AND,
        OR,
        NOT,
        NEAR,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }
}

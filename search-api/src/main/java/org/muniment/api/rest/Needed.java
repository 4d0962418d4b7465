package org.muniment.api.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a body must say: JSON leaves out without asking. */
final class Needed {
    private Needed() {}

    /** @throws IllegalArgumentException when it was left out or is blank */
    static String of(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return text;
    }

    /** @throws IllegalArgumentException when it was left out or is empty */
    static <T> List<T> of(String field, @Nullable List<T> many) {
        if (many == null || many.isEmpty()) {
            throw new IllegalArgumentException(field + " is missing: at least one is needed");
        }
        return many;
    }
}

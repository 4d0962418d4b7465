package org.muniment.archive.pdf;

import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the codes of a font mean, each at its place. Immutable. */
final class Meanings {
    static final Meanings NONE = new Meanings(new java.util.TreeMap<>());

    private final @Nullable String[] texts;

    Meanings(SortedMap<Integer, String> meanings) {
        texts = new String[meanings.isEmpty() ? 0 : meanings.lastKey() + 1];
        meanings.forEach((code, text) -> texts[code] = text);
    }

    /** What a code means; empty when nobody knows. */
    Optional<String> of(int code) {
        return code < texts.length ? Optional.ofNullable(texts[code]) : Optional.empty();
    }
}

package org.muniment.api.rest;

import java.util.Optional;
import java.util.function.Function;

/** Ids in addresses: one that can't be one is nothing that is there. */
final class Ids {
    private Ids() {}

    static <T> Optional<T> of(Function<String, T> type, String text) {
        try {
            return Optional.of(type.apply(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}

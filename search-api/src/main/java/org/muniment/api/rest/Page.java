package org.muniment.api.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the address of the next page; null at the end
 */
record Page<T>(List<T> items, @Nullable String next) {
    Page {
        items = List.copyOf(items);
    }
}

package org.muniment.api.search;

import java.util.List;
import java.util.Optional;

/**
 * A page of matches.
 *
 * @param total all that match, exact, collapsed or not
 * @param rows this page's, in order
 * @param next key of the page after it; empty at the end
 */
public record FoundPage(long total, List<FoundRow> rows, Optional<String> next) {
    public FoundPage {
        rows = List.copyOf(rows);
    }
}

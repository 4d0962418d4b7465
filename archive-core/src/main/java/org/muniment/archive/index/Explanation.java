package org.muniment.archive.index;

import java.util.List;

/**
 * Why an item matches a query or not, in words.
 *
 * @param matches whether it does
 * @param lines one sentence for each part of the query, indented as the query is nested
 */
public record Explanation(boolean matches, List<String> lines) {
    public Explanation {
        lines = List.copyOf(lines);
    }
}

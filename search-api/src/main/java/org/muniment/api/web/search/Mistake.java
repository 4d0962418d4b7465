package org.muniment.api.web.search;

import org.muniment.archive.query.QuerySyntaxException;

/**
 * Where a search can't be understood.
 *
 * @param before what was typed before it
 * @param wrong what is wrong; empty when something is missing at the end
 * @param after what was typed behind it
 * @param words what is wrong with it
 */
public record Mistake(String before, String wrong, String after, String words) {
    public static Mistake of(QuerySyntaxException error, String typed) {
        int from = Math.min(error.position(), typed.length());
        int to = Math.min(typed.length(), from + error.length());
        return new Mistake(
                typed.substring(0, from),
                typed.substring(from, to),
                typed.substring(to),
                String.valueOf(error.getMessage()));
    }
}

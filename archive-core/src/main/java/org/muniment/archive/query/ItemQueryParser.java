package org.muniment.archive.query;

import java.time.ZoneId;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;

/**
 * Reads queries as people type them. Strict: what it does not understand is a {@link QuerySyntaxException}, never a query
 * that quietly finds something else. The language is described in {@code reference.txt} beside this class; why it is so, in
 * decision 0001. Safe for many threads.
 *
 * @param zone where the agency's days begin and end
 */
public record ItemQueryParser(ZoneId zone) {
    /** The longest query, in characters. */
    public static final int LONGEST = 100_000;

    /** Reads a query; throws {@link QuerySyntaxException} when it cannot be understood. */
    public ItemQuery parse(String query) {
        if (query.length() > LONGEST) {
            throw new QuerySyntaxException("A query has at most " + LONGEST + " characters", query, LONGEST, 1);
        }
        var syntax = new QuerySyntax().parse(query, Field.TEXT.key());
        try {
            return (ItemQuery) new TreeBuilder(query, zone).build(syntax);
        } catch (QueryNodeException e) {
            throw new IllegalStateException("Every part of the syntax has a meaning", e);
        }
    }
}

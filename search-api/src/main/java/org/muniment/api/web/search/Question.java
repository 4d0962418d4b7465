package org.muniment.api.web.search;

import org.muniment.api.search.Mail;
import org.muniment.archive.index.ItemSearch;
import org.muniment.archive.query.ItemQuery;

/**
 * A search as it is put to the index.
 *
 * @param typed what was typed
 * @param query that, and the facets that were chosen
 * @param search whom it is put to: the mail, or those items of it that are of a chosen class
 */
public record Question(Mail mail, ItemQuery typed, ItemQuery query, ItemSearch search) {
    /** How many match. */
    public long count() {
        return search.count(query);
    }
}

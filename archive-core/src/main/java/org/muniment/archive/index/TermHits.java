package org.muniment.archive.index;

import org.muniment.archive.query.ItemQuery;

/**
 * A row of a term report.
 *
 * @param term one leaf of the query
 * @param documents items it hits
 * @param unique items it hits and no other term of the query does
 * @param families distinct duplicate groups among the items it hits: what is left to read once copies are collapsed
 */
public record TermHits(ItemQuery term, long documents, long unique, long families) {}

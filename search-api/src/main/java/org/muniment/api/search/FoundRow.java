package org.muniment.api.search;

import org.muniment.archive.index.Marked;

/**
 * A match on a page.
 *
 * @param seen the item
 * @param words those around what was found, marked
 * @param conversation matches in its conversation, this one among them; 1 where matches are not collapsed
 * @param copies matches that are exact copies of it, this one among them; 1 where matches are not collapsed
 */
public record FoundRow(SeenItem seen, Marked words, long conversation, long copies) {}

package org.muniment.archive.index;

import org.muniment.archive.query.Field;

/**
 * Part of a query that an item meets, and where.
 *
 * @param words what the query asks for there, as it is written but without the field
 * @param field the narrowest field that holds it: subject, body, attachment, from …
 */
public record Witness(String words, Field field) {}

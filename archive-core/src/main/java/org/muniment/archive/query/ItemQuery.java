package org.muniment.archive.query;

/** Placeholder, replaced by the query room's branch. */
public sealed interface ItemQuery {
    record All() implements ItemQuery {}
}

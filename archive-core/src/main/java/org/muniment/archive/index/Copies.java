package org.muniment.archive.index;

import org.muniment.archive.item.ItemId;

/**
 * Those of a group of exact copies that match a query.
 *
 * @param first the one that comes first in the order asked for
 * @param count how many, itself among them
 */
public record Copies(ItemId first, long count) {}

package org.muniment.archive.item;

import org.muniment.archive.store.Digest;

/**
 * What an item belongs to.
 *
 * @param thread its conversation
 * @param copies the group of its exact copies
 */
public record Groups(String thread, Digest copies) {}

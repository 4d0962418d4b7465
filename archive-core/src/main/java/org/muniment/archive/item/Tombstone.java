package org.muniment.archive.item;

import java.time.Instant;
import org.muniment.archive.store.Digest;

/**
 * What is left of a destroyed item: no content, only that it was there and on which list it was destroyed. The same bytes
 * may be collected again later: then there is an item, and its older tombstones stay.
 *
 * @param item the id it had, and will have if its bytes are collected again
 * @param object the digest of its object
 * @param size bytes of the object
 * @param series the record series it was destroyed under
 * @param plan the list it was on
 * @param destroyed when
 * @param revision the catalogue revision of the destruction; items and tombstones share one order
 */
public record Tombstone(
        ItemId item, Digest object, long size, String series, String plan, Instant destroyed, long revision) {}

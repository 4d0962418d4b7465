package org.muniment.archive.item;

import java.util.List;

/**
 * What the register holds.
 *
 * @param items number of items
 * @param bytes of their objects together
 * @param collections number of collections
 * @param duplicateGroups number of items left when copies are collapsed
 * @param exceptions items that could not be fully read
 * @param shares items by custodian and kind; an item of two custodians counts for both
 */
public record Holdings(
        long items, long bytes, long collections, long duplicateGroups, long exceptions, List<Share> shares) {
    /** One custodian's items of one kind. */
    public record Share(Custodian custodian, Kind kind, long items) {}

    public Holdings {
        shares = List.copyOf(shares);
    }
}

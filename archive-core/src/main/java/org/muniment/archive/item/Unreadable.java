package org.muniment.archive.item;

/**
 * Nothing of the content could be read (encrypted, or no message at all). Still an item: stored, listed, searchable by
 * what is known, holdable, and counted in the exceptions queue. Its coverage says {@code NOT} and why.
 */
public record Unreadable(Item item) implements Reading {
    public Unreadable {
        if (item.coverage().extent() != Coverage.Extent.NOT) {
            throw new IllegalArgumentException("An unreadable item is not indexed");
        }
    }

    @Override
    public ItemText text() {
        return ItemText.NONE;
    }
}

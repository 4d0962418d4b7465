package org.muniment.archive.item;

/**
 * An item as it comes in: what its bytes say and how they were taken.
 *
 * @param reading the item, read
 * @param collection the act of taking it
 */
public record Arrival(Reading reading, Collection collection) {
    public Arrival {
        if (!collection.item().equals(reading.item().id())) {
            throw new IllegalArgumentException("A collection of " + collection.item() + " came with "
                    + reading.item().id());
        }
    }
}

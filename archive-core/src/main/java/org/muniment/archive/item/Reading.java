package org.muniment.archive.item;

/** What came of reading an object: an item either way, since what cannot be read is kept and listed all the same. */
public sealed interface Reading permits Parsed, Unreadable {
    Item item();

    ItemText text();
}

package org.muniment.archive.item;

/** The object could be read, fully or partly (see {@link Item#coverage()}). */
public record Parsed(Item item, ItemText text) implements Reading {}

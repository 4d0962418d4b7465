package org.muniment.archive.item;

/**
 * An item as the catalogue shows it. Its lists and texts are cut to what a page can show (1,000 addresses, 1,000
 * attachments, a subject of 998 characters, and so on); the object holds all of it.
 *
 * @param item the item, bounded
 * @param thread the conversation it belongs to: the same for all items connected by message ids, whatever the order
 *     they came in; 32 hexadecimal digits
 * @param revision the catalogue revision of its last change
 */
public record RegisteredItem(Item item, String thread, long revision) {}

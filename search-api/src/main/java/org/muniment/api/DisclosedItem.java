package org.muniment.api;

import java.util.List;
import java.util.Locale;
import org.muniment.archive.Archive;
import org.muniment.archive.production.Production;

/**
 * What a production says of an item.
 *
 * @param disclosure {@code whole}, {@code redacted} or {@code withheld}
 * @param numbers of its pages
 */
public record DisclosedItem(String item, String disclosure, String numbers) {
    /**
     * Items of a production in their order.
     *
     * @param after so many of them
     */
    public static List<DisclosedItem> of(Archive archive, Production production, long after, int limit) {
        return archive.productions().items(production.id(), after, limit).stream()
                .map(item -> new DisclosedItem(
                        item.item().value(),
                        item.disclosure().name().toLowerCase(Locale.ROOT),
                        item.pages().toString()))
                .toList();
    }
}

package org.muniment.api.web.items;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.muniment.api.web.NotThere;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.ItemContents;
import org.muniment.archive.item.reading.OpenedItems;
import org.springframework.stereotype.Component;

/** Opens items for pages, for as long as a page is made. Safe for many threads. */
@Component
final class ReadItems {
    private final Archive archive;

    ReadItems(Archive archive) {
        this.archive = archive;
    }

    /**
     * Reads an item.
     *
     * @throws NotThere when there is none
     */
    <T> T with(ItemId item, Function<ItemContents, T> reading) {
        RegisteredItem row = archive.items().find(item).orElseThrow(NotThere::new);
        try {
            Files.createDirectories(archive.reading());
            Path folder = Files.createTempDirectory(archive.reading(), "page");
            try (ItemContents contents = new OpenedItems(archive.objects(), archive.reader()).open(row, folder)) {
                return reading.apply(contents);
            } finally {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The item could not be read", e);
        }
    }
}

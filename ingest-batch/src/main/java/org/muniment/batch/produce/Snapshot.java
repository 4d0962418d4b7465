package org.muniment.batch.produce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.SearchIndex;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Items;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.query.ItemQuery;

/**
 * The items of a production as they were selected once: kept in a file until it is built, so that a build that was killed
 * repeats with the same items in the same order, whatever was taken in since.
 *
 * @param revision the catalogue's revision at which they were selected
 * @param items the oldest first, those of unknown age last; ties by id
 */
record Snapshot(long revision, List<ItemId> items) {
    private static final int PAGE = 10_000;
    private static final int FEW = 500;
    private static final String HEAD = "revision ";

    Snapshot {
        items = List.copyOf(items);
    }

    private record Dated(ItemId item, @Nullable Instant time) {}

    /** Selects what a query finds. */
    static Snapshot take(SearchIndex index, Items items, ItemQuery query) {
        long revision = items.latestRevision();
        List<Dated> found = new ArrayList<>();
        List<ItemId> page = index.matching(query, null, PAGE);
        while (!page.isEmpty()) {
            for (int from = 0; from < page.size(); from += FEW) {
                List<RegisteredItem> rows = items.find(page.subList(from, Math.min(page.size(), from + FEW)));
                rows.forEach(row -> found.add(
                        new Dated(row.item().id(), Words.time(row.item().dates()))));
            }
            page = index.matching(query, page.getLast(), PAGE);
        }
        found.sort(Comparator.comparing(Dated::time, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Dated::item));
        return new Snapshot(revision, found.stream().map(Dated::item).toList());
    }

    static boolean isKept(Path file) {
        return Files.exists(file);
    }

    /** Reads one that was kept. */
    static Snapshot read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return new Snapshot(
                    Long.parseLong(lines.getFirst().substring(HEAD.length())),
                    lines.stream().skip(1).map(ItemId::new).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The production's list of items can't be read: " + file, e);
        }
    }

    /** Keeps it; it is there as a whole, or not at all. */
    void keep(Path file) {
        Path folder = Objects.requireNonNull(file.getParent());
        Path draft = folder.resolve(file.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            List<String> lines = new ArrayList<>(List.of(HEAD + revision));
            items.forEach(item -> lines.add(item.value()));
            Files.write(draft, lines);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The production's list of items can't be written: " + file, e);
        }
    }
}

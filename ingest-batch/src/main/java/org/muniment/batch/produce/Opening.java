package org.muniment.batch.produce;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.ItemContents;
import org.muniment.archive.item.reading.OpenedItems;
import org.muniment.archive.production.ProductionRefused;

/** Opens items in their order, some ahead of the one that is being set, on threads of their own. For one thread. */
final class Opening implements Iterator<OpenItem>, AutoCloseable {
    private static final int AHEAD = 12;
    private static final int PAGE = 200;

    private final Archive archive;
    private final OpenedItems opened;
    private final Path folder;
    private final Iterator<Map.Entry<ItemId, Treatment>> left;
    private final ExecutorService threads;
    private final Deque<Row> rows = new ArrayDeque<>();
    private final Deque<Future<OpenItem>> ahead = new ArrayDeque<>();
    private long number;

    private record Row(RegisteredItem registered, List<Collection> collections, Treatment treatment) {}

    /** @param folder for copies of attachments while they are set */
    Opening(Archive archive, SequencedMap<ItemId, Treatment> treatments, Path folder) {
        this.archive = archive;
        this.opened = new OpenedItems(archive.objects(), archive.reader());
        this.folder = folder;
        this.left = treatments.entrySet().iterator();
        this.threads =
                Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), task -> {
                    Thread thread = new Thread(task, "opening items");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Override
    public boolean hasNext() {
        fill();
        return !ahead.isEmpty();
    }

    @Override
    public OpenItem next() {
        if (!hasNext()) {
            throw new NoSuchElementException("All items were opened");
        }
        return taken(ahead.remove());
    }

    private void fill() {
        while (ahead.size() < AHEAD) {
            if (rows.isEmpty()) {
                page();
            }
            if (rows.isEmpty()) {
                return;
            }
            Row row = rows.remove();
            Path own = folder.resolve("item-" + ++number);
            ahead.add(threads.submit(() -> open(row, own)));
        }
    }

    private void page() {
        java.util.LinkedHashMap<ItemId, Treatment> some = new java.util.LinkedHashMap<>();
        while (left.hasNext() && some.size() < PAGE) {
            Map.Entry<ItemId, Treatment> one = left.next();
            some.put(one.getKey(), one.getValue());
        }
        List<ItemId> ids = List.copyOf(some.keySet());
        List<RegisteredItem> found = archive.items().find(ids);
        if (found.size() < ids.size()) {
            throw new ProductionRefused(
                    "Some items of this production are no longer in the archive. Abandon it and begin a new one.");
        }
        Map<ItemId, List<Collection>> collections = archive.items().collections(ids);
        for (RegisteredItem row : found) {
            ItemId id = row.item().id();
            rows.add(new Row(row, collections.getOrDefault(id, List.of()), Objects.requireNonNull(some.get(id))));
        }
    }

    private OpenItem open(Row row, Path own) {
        ItemContents contents = opened.open(row.registered(), own);
        try {
            ShownTexts texts =
                    new ShownTexts(contents.reading(), row.treatment().applied());
            return new OpenItem(row.registered(), contents, row.collections(), row.treatment(), texts);
        } catch (RuntimeException e) {
            contents.close();
            throw e;
        }
    }

    private static OpenItem taken(Future<OpenItem> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while items were opened", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException("An item could not be opened", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        ahead.forEach(future -> future.cancel(true));
    }
}

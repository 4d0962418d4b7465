package org.muniment.batch;

import java.time.ZoneId;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.Copies;
import org.muniment.archive.index.Explanation;
import org.muniment.archive.index.Facets;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.index.ItemSearch;
import org.muniment.archive.index.Own;
import org.muniment.archive.index.Search;
import org.muniment.archive.index.SearchIndex;
import org.muniment.archive.index.TermHits;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemNumbers;
import org.muniment.archive.query.ItemQuery;

/** What was put into the index, to compare; it finds nothing. */
public class MemoryIndex implements SearchIndex {
    private final Map<ItemId, ItemDocument> documents = new ConcurrentHashMap<>();
    private volatile long through;

    public Map<ItemId, ItemDocument> documents() {
        return Map.copyOf(documents);
    }

    @Override
    public void put(List<ItemDocument> some) {
        some.forEach(one -> documents.put(one.reading().item().id(), one));
    }

    @Override
    public void remove(List<ItemId> items) {
        items.forEach(documents::remove);
    }

    @Override
    public void commit(long revision) {
        through = revision;
    }

    @Override
    public long through() {
        return through;
    }

    @Override
    public long size() {
        return documents.size();
    }

    @Override
    public Stream<ItemId> items() {
        return documents.keySet().stream().sorted();
    }

    @Override
    public Hits search(Search search) {
        throw new UnsupportedOperationException("This index only keeps documents");
    }

    @Override
    public Hits bare(Search search) {
        throw new UnsupportedOperationException("This index only keeps documents");
    }

    @Override
    public long count(ItemQuery query) {
        throw new UnsupportedOperationException("This index only keeps documents");
    }

    @Override
    public List<ItemId> matching(ItemQuery query, @Nullable ItemId after, int limit) {
        throw new UnsupportedOperationException("This index only keeps documents");
    }

    @Override
    public long[] tally(ItemQuery query, ItemNumbers numbers) {
        throw new UnsupportedOperationException("This index only keeps documents");
    }

    @Override
    public Map<String, Copies> copies(ItemQuery query, Collection<String> groups, Search.Order order) {
        throw new UnsupportedOperationException("This index only keeps documents");
    }

    @Override
    public Facets facets(ItemQuery query, ZoneId zone) {
        throw new UnsupportedOperationException("This index only keeps documents");
    }

    @Override
    public ItemSearch among(Collection<ItemId> items) {
        throw new UnsupportedOperationException("This index only keeps documents");
    }

    @Override
    public ItemSearch among(ItemNumbers numbers, BitSet wanted) {
        throw new UnsupportedOperationException("This index only keeps documents");
    }

    @Override
    public ItemSearch seenBy(Own own) {
        throw new UnsupportedOperationException("This index only keeps documents");
    }

    @Override
    public List<TermHits> terms(ItemQuery query) {
        throw new UnsupportedOperationException("This index only keeps documents");
    }

    @Override
    public Explanation explain(ItemQuery query, ItemId item) {
        throw new UnsupportedOperationException("This index only keeps documents");
    }

    @Override
    public void clear() {
        documents.clear();
        through = 0;
    }

    @Override
    public void close() {
        // nothing to release
    }

    @Override
    public List<String> damage() {
        return List.of();
    }
}

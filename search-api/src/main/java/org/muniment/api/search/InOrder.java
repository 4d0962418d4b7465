package org.muniment.api.search;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.ItemSearch;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.ItemQuery;

/** All matches of a query in order of time, read a page at a time. For one thread. */
public final class InOrder implements Iterator<ItemId> {
    private static final int PAGE = 2_000;

    private final ItemSearch search;
    private final ItemQuery query;
    private final Search.Order order;
    private Optional<String> next = Optional.empty();
    private Iterator<Hits.Hit> page;

    public InOrder(ItemSearch search, ItemQuery query, Search.Order order) {
        this.search = search;
        this.query = query;
        this.order = order;
        this.page = read();
    }

    private Iterator<Hits.Hit> read() {
        Hits hits = search.bare(new Search(query, PAGE, next, order));
        next = hits.next();
        return hits.page().iterator();
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && next.isPresent()) {
            page = read();
        }
        return page.hasNext();
    }

    @Override
    public ItemId next() {
        if (!hasNext()) {
            throw new NoSuchElementException("All matches were read");
        }
        return page.next().item();
    }
}

package org.muniment.batch.lookback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.SearchIndex;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.ItemQuery;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** What a query finds in the index, a page of ids at a time, in their order. */
final class IndexPages implements ItemStreamReader<List<ItemId>> {
    private static final String AFTER = "after";
    private static final int PAGE = 10_000;

    private final SearchIndex index;
    private final ItemQuery query;
    private @Nullable ItemId after;

    IndexPages(SearchIndex index, ItemQuery query) {
        this.index = index;
        this.query = query;
    }

    @Override
    public void open(ExecutionContext context) {
        after = context.containsKey(AFTER) ? new ItemId(context.getString(AFTER)) : null;
    }

    @Override
    public @Nullable List<ItemId> read() {
        List<ItemId> page = index.matching(query, after, PAGE);
        if (page.isEmpty()) {
            return null;
        }
        after = page.getLast();
        return page;
    }

    @Override
    public void update(ExecutionContext context) {
        if (after != null) {
            context.putString(AFTER, after.value());
        }
    }
}

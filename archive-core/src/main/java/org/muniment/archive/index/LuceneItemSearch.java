package org.muniment.archive.index;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemNumbers;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;

/**
 * Questions to an index in a folder.
 *
 * @param searchers where they are asked
 * @param own what is to be seen; null for everything
 * @param among the items that it is asked about; null for all
 */
record LuceneItemSearch(
        Searchers searchers, @Nullable Own own, @Nullable Query among) implements ItemSearch {
    /** From so many ids on, looking at every match costs less than looking up every id. */
    private static final int MANY = 2_000;

    @Override
    public Hits search(Search search) {
        var snippets = new Snippets(search.query());
        return page(search, (searcher, doc) -> words(searcher, snippets, doc));
    }

    @Override
    public Hits bare(Search search) {
        return page(search, (searcher, doc) -> Marked.plain(""));
    }

    /** What is shown of a document. */
    private interface Shown {
        Marked of(IndexSearcher searcher, int doc) throws IOException;
    }

    private Hits page(Search search, Shown shown) {
        var order = PageOrder.of(search.order());
        Optional<FieldDoc> after = search.after().map(order::before);
        return searchers.with(searcher -> {
            Query query = asked(search.query(), searcher);
            if (search.limit() == 0) {
                return new Hits(searcher.count(query), List.of(), search.after());
            }
            var found = searcher.search(
                    query,
                    new TopFieldCollectorManager(
                            order.sort(), search.limit() + 1, after.orElse(null), Integer.MAX_VALUE));
            var page = new ArrayList<Hits.Hit>();
            int size = Math.min(found.scoreDocs.length, search.limit());
            for (int i = 0; i < size; i++) {
                FieldDoc hit = (FieldDoc) found.scoreDocs[i];
                page.add(new Hits.Hit(PageOrder.id(hit), shown.of(searcher, hit.doc), order.after(hit)));
            }
            boolean more = found.scoreDocs.length > size;
            return new Hits(
                    found.totalHits.value(),
                    page,
                    more ? Optional.of(page.getLast().key()) : Optional.empty());
        });
    }

    private static Marked words(IndexSearcher searcher, Snippets snippets, int doc) throws IOException {
        var stored =
                searcher.storedFields().document(doc, Set.of(ItemFields.STORED_BODY, ItemFields.STORED_ATTACHMENTS));
        return snippets.of(
                String.join("\n", stored.getValues(ItemFields.STORED_BODY)),
                String.join("\n", stored.getValues(ItemFields.STORED_ATTACHMENTS)));
    }

    @Override
    public long count(ItemQuery query) {
        return searchers.with(searcher -> (long) searcher.count(asked(query, searcher)));
    }

    @Override
    public Facets facets(ItemQuery query, ZoneId zone) {
        return searchers.with(searcher -> {
            var count = new FacetCount(zone);
            var matches = SegmentMatches.of(asked(query, searcher), searcher);
            for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
                count.add(segment.reader(), matches.in(segment));
            }
            return count.finish(custodian -> own == null || own.mailboxes().contains(custodian));
        });
    }

    @Override
    public List<ItemId> matching(ItemQuery query, @Nullable ItemId after, int limit) {
        return searchers.with(searcher -> MatchingItems.after(searcher, asked(query, searcher), after, limit));
    }

    @Override
    public long[] tally(ItemQuery query, ItemNumbers numbers) {
        return searchers.with(searcher -> {
            var counts = new long[1];
            int highest = 0;
            var matches = SegmentMatches.of(asked(query, searcher), searcher);
            for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
                NumericDocValues ids = DocValues.getNumeric(segment.reader(), ItemFields.ID_HIGH);
                var documents = new BitSetIterator(matches.in(segment), 0);
                for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                    int number = ids.advanceExact(doc) ? numbers.of(ItemFields.key(ids.longValue())) : 0;
                    counts = number < counts.length ? counts : Arrays.copyOf(counts, 2 * number);
                    highest = Math.max(highest, number);
                    counts[number]++;
                }
            }
            return Arrays.copyOf(counts, highest + 1);
        });
    }

    @Override
    public Map<String, Copies> copies(ItemQuery query, Collection<String> groups, Search.Order order) {
        var count = new CopyCount(groups, PageOrder.of(order));
        return searchers.with(searcher -> {
            var matches = SegmentMatches.of(both(count.query(), asked(query, searcher)), searcher);
            for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
                count.add(segment.reader(), matches.in(segment));
            }
            return count.finish();
        });
    }

    @Override
    public List<TermHits> terms(ItemQuery query) {
        return searchers.with(searcher -> TermReport.of(query, searcher, leaf -> asked(leaf, searcher)));
    }

    @Override
    public Explanation explain(ItemQuery query, ItemId item) {
        return searchers.with(searcher -> Explainer.of(
                query, item, searcher, queries(searcher), asked(new ItemQuery.Is(Field.ID, item.value()), searcher)));
    }

    @Override
    public ItemSearch among(Collection<ItemId> items) {
        return narrowed(items.size() < MANY ? few(items) : many(items));
    }

    @Override
    public ItemSearch among(ItemNumbers numbers, BitSet wanted) {
        return narrowed(new NumberedQuery(numbers, wanted));
    }

    private ItemSearch narrowed(Query to) {
        return new LuceneItemSearch(searchers, own, among == null ? to : both(among, to));
    }

    private static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.FILTER)
                .add(other, Occur.FILTER)
                .build();
    }

    private static Query few(Collection<ItemId> items) {
        return new TermInSetQuery(
                Column.ID.key(),
                items.stream().map(item -> new BytesRef(item.value())).toList());
    }

    /** By 64 of the 96 bits of an id: no two items of an archive that could exist have the same. */
    private static Query many(Collection<ItemId> items) {
        return NumericDocValuesField.newSlowSetQuery(
                ItemFields.ID_HIGH,
                items.stream().mapToLong(item -> ItemFields.high(item.value())).toArray());
    }

    private Query asked(ItemQuery query, IndexSearcher searcher) {
        Query asked = queries(searcher).asked(query);
        return among == null ? asked : both(asked, among);
    }

    private LuceneQueries queries(IndexSearcher searcher) {
        return own == null ? new LuceneQueries() : new OwnQueries(own, searcher.getIndexReader(), searchers.analyzer());
    }
}

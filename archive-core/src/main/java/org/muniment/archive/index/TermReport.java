package org.muniment.archive.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.muniment.archive.query.ItemQuery;

/** Counts what each leaf of a query hits alone, a segment at a time. */
final class TermReport {
    private final List<Row> rows = new ArrayList<>();

    private static final class Row {
        final ItemQuery term;
        final SegmentMatches matches;
        final Set<BytesRef> families = new HashSet<>();
        long documents;
        long unique;

        Row(ItemQuery term, SegmentMatches matches) {
            this.term = term;
            this.matches = matches;
        }
    }

    /** @param asked a term as Lucene's query */
    static List<TermHits> of(ItemQuery query, IndexSearcher searcher, Function<ItemQuery, Query> asked)
            throws IOException {
        var report = new TermReport();
        for (ItemQuery leaf : query.leaves()) {
            report.rows.add(new Row(leaf, SegmentMatches.of(asked.apply(leaf), searcher)));
        }
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            report.count(segment);
        }
        return report.rows.stream()
                .map(row -> new TermHits(row.term, row.documents, row.unique, row.families.size()))
                .toList();
    }

    private void count(LeafReaderContext segment) throws IOException {
        int size = segment.reader().maxDoc();
        var once = new FixedBitSet(size);
        var again = new FixedBitSet(size);
        var hits = new ArrayList<FixedBitSet>();
        for (Row row : rows) {
            FixedBitSet documents = row.matches.in(segment);
            hits.add(documents);
            var both = documents.clone();
            both.and(once);
            again.or(both);
            once.or(documents);
        }
        once.andNot(again);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            row.documents += hits.get(i).cardinality();
            row.unique += FixedBitSet.intersectionCount(hits.get(i), once);
            families(hits.get(i), segment, row.families);
        }
    }

    private static void families(FixedBitSet documents, LeafReaderContext segment, Set<BytesRef> families)
            throws IOException {
        BinaryDocValues groups = segment.reader().getBinaryDocValues(ItemFields.GROUP);
        var found = new BitSetIterator(documents, 0);
        for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
            if (groups.advanceExact(doc)) {
                families.add(BytesRef.deepCopyOf(groups.binaryValue()));
            }
        }
    }
}

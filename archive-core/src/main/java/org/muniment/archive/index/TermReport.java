package org.muniment.archive.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.query.ItemQuery;

/** Counts what each leaf of a query hits alone, a segment at a time. */
final class TermReport {
    private final List<Row> rows = new ArrayList<>();

    private static final class Row {
        final ItemQuery term;
        final Weight weight;
        final Set<BytesRef> families = new HashSet<>();
        long documents;
        long unique;

        Row(ItemQuery term, Weight weight) {
            this.term = term;
            this.weight = weight;
        }
    }

    static List<TermHits> of(ItemQuery query, IndexSearcher searcher) throws IOException {
        var report = new TermReport();
        var queries = new LuceneQueries();
        for (ItemQuery leaf : query.leaves()) {
            Query rewritten = searcher.rewrite(queries.of(leaf));
            report.rows.add(new Row(leaf, searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1)));
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
            FixedBitSet documents = documents(row.weight, segment);
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

    private static FixedBitSet documents(Weight weight, LeafReaderContext segment) throws IOException {
        var documents = new FixedBitSet(segment.reader().maxDoc());
        @Nullable Scorer scorer = weight.scorer(segment);
        if (scorer == null) {
            return documents;
        }
        var live = segment.reader().getLiveDocs();
        DocIdSetIterator found = scorer.iterator();
        for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
            if (live == null || live.get(doc)) {
                documents.set(doc);
            }
        }
        return documents;
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

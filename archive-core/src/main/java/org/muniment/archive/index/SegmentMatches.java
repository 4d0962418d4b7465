package org.muniment.archive.index;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** What a query matches, a segment at a time. */
record SegmentMatches(Weight weight) {
    static SegmentMatches of(Query query, IndexSearcher searcher) throws IOException {
        return new SegmentMatches(searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1));
    }

    /** The documents that match and were not removed. */
    FixedBitSet in(LeafReaderContext segment) throws IOException {
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
}

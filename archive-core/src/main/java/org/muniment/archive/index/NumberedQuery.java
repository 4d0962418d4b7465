package org.muniment.archive.index;

import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemNumbers;

/** Items that have one of some numbers now. Never cached: numbers change while the index does not. */
final class NumberedQuery extends Query {
    /** A look into a table that does not fit the processor's caches, in Lucene's unit of simple operations. */
    private static final float COST = 20;

    private final ItemNumbers numbers;
    private final BitSet wanted;

    NumberedQuery(ItemNumbers numbers, BitSet wanted) {
        this.numbers = numbers;
        this.wanted = (BitSet) wanted.clone();
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
                NumericDocValues ids = DocValues.getNumeric(segment.reader(), ItemFields.ID_HIGH);
                return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, having(ids)));
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    private TwoPhaseIterator having(NumericDocValues ids) {
        return new TwoPhaseIterator(ids) {
            @Override
            public boolean matches() throws IOException {
                return wanted.get(numbers.of(ItemFields.key(ids.longValue())));
            }

            @Override
            public float matchCost() {
                return COST;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "number in " + wanted;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberedQuery query && numbers == query.numbers && wanted.equals(query.wanted);
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(numbers) + wanted.hashCode();
    }
}

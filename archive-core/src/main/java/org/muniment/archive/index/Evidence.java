package org.muniment.archive.index;

import java.io.IOException;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** One item to hold queries against: by its clues where they suffice, else by an index in memory, made when first asked. */
final class Evidence {
    private final ItemDocument document;
    private final int[] traces;
    private final int columns;
    private final WordAnalyzer analyzer;
    private @Nullable IndexSearcher index;

    /**
     * @param traces the item's
     * @param columns that queries may ask, as bits
     */
    Evidence(ItemDocument document, int[] traces, int columns, WordAnalyzer analyzer) {
        this.document = document;
        this.traces = traces;
        this.columns = columns;
        this.analyzer = analyzer;
    }

    /** Whether the item matches a query that needs this. */
    boolean meets(Query query, Need need) {
        return need.isMet(traces) && (need.isExact() || matches(query));
    }

    private boolean matches(Query query) {
        try {
            return index().count(query) > 0;
        } catch (IOException e) {
            throw new IndexUnavailable("An index in memory cannot be read: " + e.getMessage(), e);
        }
    }

    private IndexSearcher index() {
        IndexSearcher made = index;
        if (made == null) {
            made = MemoryIndex.fromDocument(ItemFields.of(document, columns), analyzer)
                    .createSearcher();
            made.setQueryCache(null);
            index = made;
        }
        return made;
    }
}

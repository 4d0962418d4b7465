package org.muniment.archive.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;

/** The ids of an index, from its dictionary of terms: no document is read. */
final class IndexedItems {
    private IndexedItems() {}

    /** Ids that follow one, ascending, about so many; an id that two documents have is there twice. */
    static List<ItemId> after(IndexReader reader, String item, int most) throws IOException {
        var terms = MultiTerms.getTerms(reader, Column.ID.key());
        var found = new ArrayList<ItemId>();
        if (terms == null) {
            return found;
        }
        var live = MultiBits.getLiveDocs(reader);
        TermsEnum each = terms.iterator();
        PostingsEnum documents = null;
        for (BytesRef term = first(each, item); term != null && found.size() < most; term = each.next()) {
            documents = each.postings(documents, PostingsEnum.NONE);
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(documents.docID())) {
                    found.add(new ItemId(term.utf8ToString()));
                }
            }
        }
        return found;
    }

    private static @Nullable BytesRef first(TermsEnum each, String item) throws IOException {
        return switch (each.seekCeil(new BytesRef(item))) {
            case END -> null;
            case FOUND -> each.next();
            case NOT_FOUND -> each.term();
        };
    }
}

package org.muniment.archive.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQuery.Leaf;

/** Says part by part why an item matches a query. */
final class Explainer {
    private final LuceneQueries queries;
    private final IndexSearcher searcher;
    private final Query item;
    private final String text;
    private final List<String> lines = new ArrayList<>();

    private Explainer(IndexSearcher searcher, LuceneQueries queries, Query item) throws IOException {
        this.searcher = searcher;
        this.queries = queries;
        this.item = item;
        this.text = stored();
    }

    /** @param found the item, where it is to be seen */
    static Explanation of(ItemQuery query, ItemId item, IndexSearcher searcher, LuceneQueries queries, Query found)
            throws IOException {
        var explainer = new Explainer(searcher, queries, found);
        if (searcher.count(explainer.item) == 0) {
            return new Explanation(false, List.of("The index holds no item " + item));
        }
        return new Explanation(explainer.add(query, 0), explainer.lines);
    }

    private boolean add(ItemQuery query, int depth) throws IOException {
        boolean met = met(query);
        lines.add("  ".repeat(depth) + sentence(query, met));
        for (ItemQuery part : parts(query)) {
            add(part, depth + 1);
        }
        return met;
    }

    private boolean met(ItemQuery query) throws IOException {
        return met(queries.of(query));
    }

    private boolean met(Query query) throws IOException {
        var both = new BooleanQuery.Builder().add(item, Occur.FILTER).add(query, Occur.FILTER);
        return searcher.count(both.build()) > 0;
    }

    private static List<ItemQuery> parts(ItemQuery query) {
        return switch (query) {
            case ItemQuery.And and -> and.parts();
            case ItemQuery.Or or -> or.parts();
            case ItemQuery.Not not -> List.of(not.part());
            case ItemQuery.All all -> List.of();
            case Leaf leaf -> List.of();
        };
    }

    private String sentence(ItemQuery query, boolean met) throws IOException {
        String verdict = met ? "Yes: " : "No: ";
        return switch (query) {
            case ItemQuery.All all -> verdict + "every item matches *";
            case ItemQuery.And and -> verdict + (met ? "all parts match" : "not all parts match");
            case ItemQuery.Or or -> verdict + (met ? "at least one part matches" : "no part matches");
            case ItemQuery.Not not -> verdict + "what follows must not match, and it does" + (met ? " not" : "");
            case Leaf leaf -> verdict + leaf + (met ? " is in " + where(leaf) + spoken(leaf) : " is not there");
        };
    }

    /** The columns that match, as a reader calls them. */
    private String where(Leaf leaf) throws IOException {
        var names = new ArrayList<String>();
        for (Column column : Column.of(leaf.field())) {
            if (met(queries.in(column, leaf))) {
                names.add(column.key()
                        .replace("others", "envelope or Exchange headers")
                        .replace('_', ' '));
            }
        }
        return String.join(", ", names);
    }

    private String spoken(Leaf leaf) {
        if (leaf.field().type() != Field.Type.WORDS) {
            return "";
        }
        List<String> words = new Highlights(List.of(leaf)).spoken(text);
        return words.isEmpty() ? "" : ": \"" + String.join("\", \"", words) + '"';
    }

    private String stored() throws IOException {
        var hits = searcher.search(item, 1).scoreDocs;
        if (hits.length == 0) {
            return "";
        }
        var fields = searcher.storedFields().document(hits[0].doc);
        return String.join("\n", fields.getValues(ItemFields.STORED_BODY)) + "\n"
                + String.join("\n", fields.getValues(ItemFields.STORED_ATTACHMENTS));
    }
}

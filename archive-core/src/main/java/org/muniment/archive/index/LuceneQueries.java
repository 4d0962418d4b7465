package org.muniment.archive.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQuery.All;
import org.muniment.archive.query.ItemQuery.And;
import org.muniment.archive.query.ItemQuery.Between;
import org.muniment.archive.query.ItemQuery.Is;
import org.muniment.archive.query.ItemQuery.Leaf;
import org.muniment.archive.query.ItemQuery.Near;
import org.muniment.archive.query.ItemQuery.Not;
import org.muniment.archive.query.ItemQuery.Or;
import org.muniment.archive.query.ItemQuery.Prefix;
import org.muniment.archive.query.ItemQuery.Words;
import org.muniment.archive.query.Range;

/** Item queries as Lucene's. Nothing scores: an item matches or it does not. For one thread. */
class LuceneQueries {
    private final WordAnalyzer analyzer = WordAnalyzer.exact();
    private final Stemmer stemmer = new Stemmer(1 << 6);
    private final Nearness nearness = new Nearness(this);

    /** A query as somebody asks it: what it matches among all that there is to see. */
    Query asked(ItemQuery query) {
        return of(query);
    }

    /** A query, or a part of one. */
    final Query of(ItemQuery query) {
        return switch (query) {
            case All all -> MatchAllDocsQuery.INSTANCE;
            case And and -> all(and.parts());
            case Or or -> any(or.parts().stream().map(this::of).toList());
            case Not not -> all(List.of(not));
            case Leaf leaf ->
                any(Column.of(leaf.field()).stream()
                        .map(column -> in(column, leaf))
                        .toList());
        };
    }

    /** A leaf in one of its field's columns alone. */
    Query in(Column column, Leaf leaf) {
        return switch (leaf) {
            case Words words -> phrase(column.key(), positions(words));
            case Near near -> nearness.of(column, near);
            case Prefix prefix -> prefix(column, prefix);
            case Is is -> is(column, is);
            case Between between -> range(column, between.range());
        };
    }

    private static Query range(Column column, Range range) {
        return LongPoint.newRangeQuery(column.key(), range.min(), range.max());
    }

    /** For each place of a phrase the terms that may stand there. */
    List<List<String>> positions(Words words) {
        return analyzer.terms(String.join(" ", words.words())).stream()
                .map(term -> words.exact() ? List.of(term) : stemmed(term))
                .toList();
    }

    /** The words of a prefix, of which the last may go on. */
    List<String> starts(String start) {
        return analyzer.terms(start);
    }

    private List<String> stemmed(String term) {
        String stem = stemmer.of(term);
        return List.of(stem, StemFilter.MARK + stem);
    }

    private Query all(List<ItemQuery> parts) {
        var builder = new BooleanQuery.Builder();
        boolean negative = true;
        for (ItemQuery part : parts) {
            if (part instanceof Not not) {
                builder.add(of(not.part()), Occur.MUST_NOT);
            } else {
                builder.add(of(part), Occur.FILTER);
                negative = false;
            }
        }
        if (negative) {
            builder.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return builder.build();
    }

    static Query any(List<Query> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        var builder = new BooleanQuery.Builder();
        parts.forEach(part -> builder.add(part, Occur.SHOULD));
        return builder.build();
    }

    private static Query phrase(String name, List<List<String>> positions) {
        if (positions.isEmpty()) {
            return new MatchNoDocsQuery("no word to search for");
        }
        if (positions.size() == 1) {
            return any(positions.getFirst().stream()
                    .<Query>map(term -> new TermQuery(new Term(name, term)))
                    .toList());
        }
        if (positions.stream().allMatch(terms -> terms.size() == 1)) {
            return new PhraseQuery(name, positions.stream().map(List::getFirst).toArray(String[]::new));
        }
        var builder = new MultiPhraseQuery.Builder();
        positions.forEach(terms ->
                builder.add(terms.stream().map(term -> new Term(name, term)).toArray(Term[]::new)));
        return builder.build();
    }

    private Query is(Column column, Is is) {
        var whole = new TermQuery(new Term(column.key(), Keys.key(is.value())));
        if (is.field().type() != Field.Type.ADDRESS || is.value().indexOf('@') >= 0) {
            return whole;
        }
        var domain = new TermQuery(new Term(column.key(), Keys.key("@" + is.value())));
        var words = analyzer.terms(is.value()).stream().map(List::of).toList();
        return any(List.of(whole, domain, phrase(column.words(), words)));
    }

    private Query prefix(Column column, Prefix prefix) {
        String start = prefix.start();
        return switch (prefix.field().type()) {
            case WORDS -> nearness.starting(column.key(), starts(start));
            case EXACT -> new PrefixQuery(new Term(column.key(), start));
            case ADDRESS -> addressStarting(column, start);
            case DATE, NUMBER, FLAG -> throw new IllegalStateException("No prefix: " + prefix);
        };
    }

    private Query addressStarting(Column column, String start) {
        var ways = new ArrayList<Query>(List.of(new PrefixQuery(new Term(column.key(), start))));
        if (start.indexOf('@') < 0) {
            ways.add(new PrefixQuery(new Term(column.key(), "@" + start)));
            ways.add(nearness.starting(column.words(), starts(start)));
        }
        return any(ways);
    }
}

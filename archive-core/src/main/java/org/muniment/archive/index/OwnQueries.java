package org.muniment.archive.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQuery.Leaf;

/**
 * Queries of somebody who sees {@link Own} mail only: each is joined with the person's mailboxes, and a part that asks for
 * what an item's other collections or its transport say is answered from what the person's own collections show.
 */
final class OwnQueries extends LuceneQueries {
    private final Own own;
    private final IndexReader reader;
    private final WordAnalyzer analyzer;

    /** @param analyzer of words with their stems */
    OwnQueries(Own own, IndexReader reader, WordAnalyzer analyzer) {
        this.own = own;
        this.reader = reader;
        this.analyzer = analyzer;
    }

    @Override
    Query asked(ItemQuery query) {
        Query asked = both(from(own.mailboxes()), of(query));
        return own.hidden().isEmpty() ? asked : without(asked);
    }

    private Query without(Query asked) {
        var hidden = new TermInSetQuery(
                Column.ID.key(),
                own.hidden().stream().map(item -> new BytesRef(item.value())).toList());
        return new BooleanQuery.Builder()
                .add(asked, Occur.FILTER)
                .add(hidden, Occur.MUST_NOT)
                .build();
    }

    @Override
    Query in(Column column, Leaf leaf) {
        return switch (column) {
            case CUSTODIAN -> from(mailboxes(leaf).toList());
            case FOLDER -> folders(leaf);
            case BCC, OTHERS ->
                any(Stream.concat(Stream.of(both(written(), super.in(column, leaf))), self(column, leaf))
                        .toList());
            case SUBJECT, BODY, ATTACHMENT, FILENAME, URL, FROM, CALLER, TO, CC -> super.in(column, leaf);
            case SENT, RECEIVED, SIZE, KIND, HAS, FILE_TYPE, INDEXED -> super.in(column, leaf);
            case ID, DIGEST, MESSAGE_ID, DUPLICATE -> super.in(column, leaf);
        };
    }

    private static Query from(java.util.Collection<Custodian> mailboxes) {
        return terms(mailboxes.stream().map(one -> new Term(Column.CUSTODIAN.key(), Keys.key(one.address()))));
    }

    private Query written() {
        return terms(own.mailboxes().stream().map(one -> new Term(Column.FROM.key(), Keys.key(one.address()))));
    }

    private static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.FILTER)
                .add(other, Occur.FILTER)
                .build();
    }

    private static Query terms(Stream<Term> terms) {
        List<Query> any = terms.<Query>map(TermQuery::new).toList();
        return any.isEmpty() ? new MatchNoDocsQuery("nothing of one's own") : any(any);
    }

    private Stream<Custodian> mailboxes(Leaf leaf) {
        return own.mailboxes().stream()
                .filter(one -> meets(ItemFields.of(Column.CUSTODIAN, address(one)), Column.CUSTODIAN, leaf));
    }

    /** Items that the person received without being named, where the leaf names the person. */
    private Stream<Query> self(Column column, Leaf leaf) {
        return own.mailboxes().stream()
                .filter(one -> meets(ItemFields.of(column, address(one)), column, leaf))
                .map(one -> new TermQuery(new Term(column.key(), Keys.key(one.address()))));
    }

    private static Address address(Custodian custodian) {
        return new Address("", custodian.address());
    }

    /** The folders of the person's own that the leaf is met by, and their items. */
    private Query folders(Leaf leaf) {
        var met = new ArrayList<Term>();
        for (Custodian custodian : own.mailboxes()) {
            for (String place : places(custodian)) {
                String folder = place.substring(place.indexOf(ItemFields.WITHIN) + 1);
                if (meets(ItemFields.of(Column.FOLDER, folder), Column.FOLDER, leaf)) {
                    met.add(new Term(ItemFields.PLACE, place));
                }
            }
        }
        return terms(met.stream());
    }

    private Set<String> places(Custodian custodian) {
        try {
            return places(ItemFields.places(custodian));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> places(String start) throws IOException {
        var found = new java.util.LinkedHashSet<String>();
        var terms = MultiTerms.getTerms(reader, ItemFields.PLACE);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        if (each.seekCeil(new BytesRef(start)) == TermsEnum.SeekStatus.END) {
            return found;
        }
        for (BytesRef term = each.term(); term != null; term = each.next()) {
            String place = term.utf8ToString();
            if (!place.startsWith(start)) {
                return found;
            }
            found.add(place);
        }
        return found;
    }

    private boolean meets(Document only, Column column, Leaf leaf) {
        if (only.getFields().isEmpty()) {
            return false;
        }
        try {
            var searcher = MemoryIndex.fromDocument(only, analyzer).createSearcher();
            searcher.setQueryCache(null);
            return searcher.count(super.in(column, leaf)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.muniment.archive.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.RandomQueries;

/** The index and an evaluator that shares no code with it give the same answer, for over a million pairs. */
class IndexAgreesWithNaiveEvaluatorTest {
    private static final int ITEMS = 1_000;
    private static final int QUERIES = 1_100;
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    @TempDir
    Path folder;

    @Test
    void aQueryFindsInTheIndexExactlyTheItemsItMatches() throws IOException {
        long seed = Long.getLong("muniment.seed", System.nanoTime());
        System.out.println("IndexAgreesWithNaiveEvaluatorTest: seed " + seed);
        var random = new Random(seed);
        List<ItemDocument> items = new Samples(random).several(ITEMS);
        fill(items);
        var queries = new RandomQueries(random, ZONE);
        var naive = new NaiveEvaluator();
        var answers = new HashMap<ItemQuery, Set<String>>();
        long matches = 0;
        try (var index = LuceneSearchIndex.openReadOnly(folder);
                var directory = FSDirectory.open(folder);
                var reader = DirectoryReader.open(directory)) {
            var searcher = new IndexSearcher(reader);
            for (int i = 0; i < QUERIES; i++) {
                ItemQuery query = queries.next();
                Set<String> found = found(query, searcher);
                assertThat(index.count(query)).as("seed %d: %s", seed, query).isEqualTo(found.size());
                for (ItemDocument item : items) {
                    agree(seed, query, item, naive, found);
                }
                matches += found.size();
                answers.put(query, found);
            }
        }
        standingQueriesAgree(seed, answers, items.subList(0, ITEMS / 4));
        assertThat(matches)
                .as("queries neither match all nor nothing")
                .isBetween(ITEMS * 100L, ITEMS * (QUERIES - 100L));
    }

    private static void standingQueriesAgree(long seed, Map<ItemQuery, Set<String>> answers, List<ItemDocument> items) {
        var identity = new LinkedHashMap<ItemQuery, ItemQuery>();
        answers.keySet().forEach(query -> identity.put(query, query));
        var standing = new StandingQueries<>(identity);
        for (ItemDocument item : items) {
            Set<ItemQuery> matching = standing.matching(item);
            String id = item.reading().item().id().value();
            answers.forEach((query, found) -> {
                if (matching.contains(query) != found.contains(id)) {
                    throw new AssertionError("seed " + seed + ": standing query " + query + "\nfor " + item);
                }
            });
        }
    }

    private void fill(List<ItemDocument> items) {
        try (var index = LuceneSearchIndex.open(folder)) {
            int third = items.size() / 3;
            index.put(items.subList(0, third));
            index.commit(1);
            index.put(items.subList(third, items.size()));
            index.put(items.subList(0, 20));
            index.commit(2);
        }
    }

    private static Set<String> found(ItemQuery query, IndexSearcher searcher) throws IOException {
        var found = new HashSet<String>();
        var hits = searcher.search(new LuceneQueries().of(query), ITEMS * 2, PageOrder.NEWEST.sort());
        for (var hit : hits.scoreDocs) {
            found.add(PageOrder.id((FieldDoc) hit).value());
        }
        assertThat(found).hasSize(hits.scoreDocs.length);
        return found;
    }

    private static void agree(long seed, ItemQuery query, ItemDocument item, NaiveEvaluator naive, Set<String> found) {
        boolean expected = naive.matches(query, item);
        if (expected != found.contains(item.reading().item().id().value())) {
            throw new AssertionError("seed " + seed + ": naive says " + expected + " of " + smallest(query, item, naive)
                    + "\nin " + query + "\nfor " + item);
        }
    }

    /** The leaves and what the naive evaluator says of each, to see which is at odds. */
    private static Map<ItemQuery, Boolean> smallest(ItemQuery query, ItemDocument item, NaiveEvaluator naive) {
        var answers = new HashMap<ItemQuery, Boolean>();
        query.leaves().forEach(leaf -> answers.put(leaf, naive.matches(leaf, item)));
        return answers;
    }
}

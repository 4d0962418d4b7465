package org.muniment.archive.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Test;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.query.RandomQueries;

class StandingQueriesTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final int ITEMS = 80;
    private static final int QUERIES = 100;

    private static ItemQuery parse(String query) {
        return new ItemQueryParser(ZONE).parse(query);
    }

    private static List<Witness> witnesses(String query, String subject, String body) {
        var standing = new StandingQueries<>(Map.of("it", parse(query)));
        return standing.matches(Samples.mail("m", subject, body, null)).witnesses("it");
    }

    @Test
    void whatIsRuledOutBeforehandWouldNotHaveMatched() {
        long seed = Long.getLong("muniment.seed", System.nanoTime());
        System.out.println("StandingQueriesTest: seed " + seed);
        var random = new Random(seed);
        List<ItemDocument> items = new Samples(random).several(ITEMS);
        List<IndexSearcher> whole =
                items.stream().map(StandingQueriesTest::whole).toList();
        var queries = new RandomQueries(random, ZONE);
        int matched = 0;
        int ruledOut = 0;
        for (int i = 0; i < QUERIES; i++) {
            Map<String, ItemQuery> some = several(queries, random.nextInt(4) + 1);
            var standing = new StandingQueries<>(some);
            var lucene = new LinkedHashMap<String, Query>();
            some.forEach((name, query) -> lucene.put(name, new LuceneQueries().of(query)));
            for (int d = 0; d < ITEMS; d++) {
                Set<String> expected = matching(lucene, whole.get(d));
                assertThat(standing.matching(items.get(d)))
                        .as("seed %d: %s for %s", seed, some, items.get(d))
                        .isEqualTo(expected);
                matched += expected.size();
                ruledOut += some.size() - standing.candidates(items.get(d)).size();
            }
        }
        assertThat(matched).as("matches").isGreaterThan(ITEMS * QUERIES / 10);
        assertThat(ruledOut).as("ruled out").isGreaterThan(ITEMS * QUERIES / 5);
    }

    @Test
    void theOrderOfTheQueriesIsThatOfTheNames() {
        var some = new LinkedHashMap<String, ItemQuery>();
        for (String name : List.of("z", "a", "m", "b")) {
            some.put(name, parse(name.equals("m") ? "absent" : "budget"));
        }
        assertThat(new StandingQueries<>(some).matching(Samples.mail("m", "budget", "", null)))
                .containsExactly("z", "a", "b");
    }

    @Test
    void anItemIsRuledOutByTheWordsThatAreNotSideBySide() {
        var standing = new StandingQueries<>(Map.of("it", parse("\"motion carried\" OR \"second reading\"")));
        assertThat(standing.candidates(Samples.mail("m", "", "carried a motion, reading a second", null)))
                .isEmpty();
        assertThat(standing.candidates(Samples.mail("m", "motion", "carried", null)))
                .isEmpty();
        assertThat(standing.candidates(Samples.mail("m", "", "the motion\ncarried", null)))
                .hasSize(1);
    }

    @Test
    void witnessesTellTheWordsAndTheNarrowestField() {
        assertThat(witnesses("\"motion carried\" OR ayes", "Ayes", "The motion carried"))
                .containsExactly(new Witness("motion carried", Field.BODY), new Witness("ayes", Field.SUBJECT));
        assertThat(witnesses("teach* w/3 (union OR \"bargaining unit\") AND from:x.gov", "", "teachers and the union"))
                .containsExactly(
                        new Witness("teach* w/3 union or bargaining unit", Field.BODY),
                        new Witness("x.gov", Field.FROM));
    }

    @Test
    void whatMatchesByWhatItLacksHasNoWitnesses() {
        assertThat(witnesses("NOT budget", "hello", "")).isEmpty();
        assertThat(witnesses("hello AND NOT budget", "hello", "")).containsExactly(new Witness("hello", Field.SUBJECT));
        assertThat(witnesses("(hello AND budget) OR hello", "hello", ""))
                .containsExactly(new Witness("hello", Field.SUBJECT));
    }

    private static Map<String, ItemQuery> several(RandomQueries queries, int count) {
        var some = new LinkedHashMap<String, ItemQuery>();
        for (int i = 0; i < count; i++) {
            ItemQuery query = queries.next();
            some.put("q" + i, query);
            some.put("certain" + i, query.certain());
            some.put("relaxed" + i, query.relaxed());
        }
        return some;
    }

    private static IndexSearcher whole(ItemDocument item) {
        IndexSearcher one = MemoryIndex.fromDocument(ItemFields.of(item), WordAnalyzer.withStems())
                .createSearcher();
        one.setQueryCache(null);
        return one;
    }

    private static Set<String> matching(Map<String, Query> some, IndexSearcher one) {
        var names = new HashSet<String>();
        some.forEach((name, query) -> {
            try {
                if (one.count(query) > 0) {
                    names.add(name);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        return names;
    }
}

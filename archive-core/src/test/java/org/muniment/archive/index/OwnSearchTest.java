package org.muniment.archive.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.query.RandomQueries;

/** Whoever sees own mail only gets the answers of an archive that has nothing else. */
class OwnSearchTest {
    private static final int ITEMS = 300;
    private static final int QUERIES = 300;
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Own BOB = new Own(Set.of(new Custodian("bob@x.gov")));

    @TempDir
    Path folder;

    private long seed;
    private Random random;
    private List<ItemDocument> items;

    @BeforeEach
    void seed() {
        seed = Long.getLong("muniment.seed", System.nanoTime());
        System.out.println("OwnSearchTest: seed " + seed);
        random = new Random(seed);
        items = new Samples(random).several(ITEMS);
    }

    private LuceneSearchIndex index(String name, List<ItemDocument> some) {
        var index = LuceneSearchIndex.open(folder.resolve(name));
        index.put(some);
        index.commit(1);
        return index;
    }

    private List<ItemDocument> ownItems(Own own) {
        return items.stream()
                .filter(one -> own.sees(one.reading().item().id(), one.collections()))
                .map(own::shown)
                .toList();
    }

    @Test
    void itAnswersInEverythingAsIfThereWereNoOtherMail() {
        var queries = new RandomQueries(random, ZONE);
        var naive = new NaiveEvaluator();
        Own bob = bobWithout(random.ints(ITEMS / 8, 0, ITEMS));
        List<ItemDocument> own = ownItems(bob);
        assertThat(own).as("seed %d", seed).hasSizeBetween(ITEMS / 5, ITEMS * 4 / 5);
        long found = 0;
        try (var all = index("all", items);
                var only = index("only", own)) {
            ItemSearch seen = all.seenBy(bob);
            for (int i = 0; i < QUERIES; i++) {
                ItemQuery query = queries.next();
                Set<ItemId> expected = own.stream()
                        .filter(one -> naive.matches(query, one))
                        .map(one -> one.reading().item().id())
                        .collect(Collectors.toSet());
                assertThat(Set.copyOf(seen.matching(query, null, ITEMS)))
                        .as("seed %d: %s", seed, query)
                        .isEqualTo(expected);
                same(query, seen, only);
                if (i % 10 == 0) {
                    told(query, seen, only);
                }
                found += expected.size();
            }
        }
        assertThat(found).isBetween(QUERIES * 5L, QUERIES * (own.size() - 5L));
    }

    /** Some of the items wait for their destruction. */
    private Own bobWithout(IntStream hidden) {
        return new Own(
                BOB.mailboxes(),
                hidden.mapToObj(one -> items.get(one).reading().item().id()).collect(Collectors.toSet()));
    }

    private void same(ItemQuery query, ItemSearch seen, SearchIndex only) {
        var search = new Search(query, 3, Optional.empty(), Search.Order.NEWEST_FIRST);
        assertThat(seen.search(search)).as("seed %d: %s", seed, query).isEqualTo(only.search(search));
        assertThat(seen.bare(search)).isEqualTo(bare(seen.search(search)));
        assertThat(seen.count(query)).isEqualTo(only.count(query));
        assertThat(seen.matching(query, null, 7)).isEqualTo(only.matching(query, null, 7));
        assertThat(seen.facets(query, ZONE)).as("seed %d: %s", seed, query).isEqualTo(only.facets(query, ZONE));
    }

    private static Hits bare(Hits hits) {
        return new Hits(
                hits.total(),
                hits.page().stream()
                        .map(hit -> new Hits.Hit(hit.item(), Marked.plain(""), hit.key()))
                        .toList(),
                hits.next());
    }

    private void told(ItemQuery query, ItemSearch seen, SearchIndex only) {
        assertThat(seen.terms(query)).as("seed %d: %s", seed, query).isEqualTo(only.terms(query));
        ItemId any = items.get(random.nextInt(ITEMS)).reading().item().id();
        assertThat(seen.explain(query, any)).as("seed %d: %s", seed, query).isEqualTo(only.explain(query, any));
    }

    @Test
    void somebodyWithoutAMailboxFindsNothing() {
        try (var all = index("all", items)) {
            ItemSearch seen = all.seenBy(new Own(Set.of()));
            assertThat(seen.count(new ItemQuery.All())).isZero();
            assertThat(seen.facets(new ItemQuery.All(), ZONE).custodians()).isEmpty();
        }
    }

    @Test
    void amongSomeItemsOnlyThoseAreFoundThatAreToBeSeen() {
        var parser = new ItemQueryParser(ZONE);
        List<ItemId> some = items.subList(0, 50).stream()
                .map(one -> one.reading().item().id())
                .toList();
        Set<ItemId> expected = items.subList(0, 50).stream()
                .filter(one -> BOB.sees(one.reading().item().id(), one.collections()))
                .map(one -> one.reading().item().id())
                .collect(Collectors.toSet());
        try (var all = index("all", items)) {
            assertThat(Set.copyOf(all.seenBy(BOB).among(some).matching(parser.parse("*"), null, ITEMS)))
                    .isEqualTo(expected);
            assertThat(all.among(some).facets(parser.parse("*"), ZONE).total()).isEqualTo(50);
            assertThat(all.among(List.of()).count(parser.parse("*"))).isZero();
        }
    }

    @Test
    void aBlindRecipientIsKnownToTheAuthorAndThemselves() {
        var parser = new ItemQueryParser(ZONE);
        try (var all = index("all", items)) {
            for (ItemDocument one : ownItems(BOB)) {
                var item = one.reading().item();
                if (!BOB.wrote(item)) {
                    assertThat(item.people().bcc())
                            .allMatch(other -> other.address().equals("bob@x.gov"));
                }
            }
            assertThat(all.seenBy(BOB).count(parser.parse("bcc:bob@x.gov")))
                    .isEqualTo(all.count(parser.parse("bcc:bob@x.gov AND custodian:bob@x.gov")));
            assertThat(all.seenBy(BOB).count(parser.parse("bcc:y.org AND NOT from:bob@x.gov")))
                    .isZero();
            assertThat(all.count(parser.parse("bcc:y.org AND custodian:bob@x.gov AND NOT from:bob@x.gov")))
                    .isPositive();
            assertThat(new ItemQuery.Is(Field.BCC, "y.org")).isEqualTo(parser.parse("bcc:y.org"));
        }
    }
}

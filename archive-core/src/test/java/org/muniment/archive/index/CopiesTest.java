package org.muniment.archive.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.RandomQueries;

class CopiesTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final int QUERIES = 100;

    @TempDir
    Path folder;

    @Test
    void exactCopiesAreCountedAsOneCountsThemInTheWholeAnswer() {
        long seed = Long.getLong("muniment.seed", System.nanoTime());
        System.out.println("CopiesTest: seed " + seed);
        Random random = new Random(seed);
        List<ItemDocument> items = new Samples(random).several(300);
        Map<ItemId, String> groups = items.stream()
                .collect(Collectors.toMap(
                        CopiesTest::id,
                        one -> one.reading().item().duplicateGroup().toString()));
        var queries = new RandomQueries(random, ZONE);
        try (var index = LuceneSearchIndex.open(folder)) {
            index.put(items.subList(0, 200));
            index.commit(1);
            index.put(items.subList(150, 300));
            index.commit(2);
            index.remove(items.subList(0, 20).stream().map(CopiesTest::id).toList());
            index.commit(3);
            List<ItemSearch> searches = List.of(index, index.seenBy(new Own(Set.of(new Custodian("bob@x.gov")))));
            Set<String> some = groups.values().stream()
                    .filter(any -> random.nextInt(4) > 0)
                    .collect(Collectors.toSet());
            some.add("0".repeat(64));
            for (int i = 0; i < QUERIES; i++) {
                Search.Order order = Search.Order.values()[i % 2];
                var query = queries.next();
                for (ItemSearch search : searches) {
                    Stream<ItemId> all = search.bare(new Search(query, 1_000, Optional.empty(), order)).page().stream()
                            .map(Hits.Hit::item);
                    assertThat(search.copies(query, some, order))
                            .as("seed %d: %s", seed, query)
                            .isEqualTo(byHand(all, groups, some));
                }
            }
        }
    }

    private static Map<String, Copies> byHand(Stream<ItemId> inOrder, Map<ItemId, String> groups, Set<String> some) {
        Map<String, Copies> found = new HashMap<>();
        inOrder.forEach(item -> {
            String group = groups.getOrDefault(item, "");
            if (some.contains(group)) {
                found.merge(group, new Copies(item, 1), (one, more) -> new Copies(one.first(), one.count() + 1));
            }
        });
        return found;
    }

    private static ItemId id(ItemDocument document) {
        return document.reading().item().id();
    }
}

package org.muniment.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.muniment.archive.Archive;
import org.muniment.archive.index.Search;
import org.muniment.archive.index.SearchIndex;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;

/** Measures searches inside the process, with queries made of what the archive holds. */
public final class SearchBench {
    private static final int WARM_UP = 300;
    private static final int PAGE = 20;
    private static final int TRIES = 20;

    private final Archive archive;

    /**
     * @param items in the index
     * @param queries measured
     * @param seed of the random choice of queries
     * @param p50Millis half of the searches took at most this: a page of 20 with snippets, and the exact total
     * @param p95Millis nineteen of twenty took at most this
     * @param maxMillis the slowest
     * @param countP50Millis the limit: the bare count of the same queries
     * @param ratio of the medians: bare count to search
     */
    public record Result(
            long items,
            int queries,
            long seed,
            double p50Millis,
            double p95Millis,
            double maxMillis,
            double countP50Millis,
            double ratio) {}

    public SearchBench(Archive archive) {
        this.archive = archive;
    }

    /** Runs the benchmark. */
    public Result run(int queries, long seed) {
        List<ItemQuery> asked = queries(
                queries + WARM_UP, RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        SearchIndex index = archive.index();
        asked.subList(0, WARM_UP).forEach(query -> search(index, query));
        asked.subList(0, WARM_UP).forEach(index::count);
        List<Double> searches = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        for (ItemQuery query : asked.subList(WARM_UP, asked.size())) {
            searches.add(millis(() -> search(index, query)));
            counts.add(millis(() -> index.count(query)));
        }
        double half = at(searches, 0.5);
        double bare = at(counts, 0.5);
        return new Result(index.size(), queries, seed, half, at(searches, 0.95), at(searches, 1), bare, bare / half);
    }

    private static void search(SearchIndex index, ItemQuery query) {
        index.search(new Search(query, PAGE, Optional.empty(), Search.Order.NEWEST_FIRST));
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double at(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    /** Queries as people ask them: words, two words, phrases, people, days, nearness, starts of words. */
    private List<ItemQuery> queries(int count, RandomGenerator random) {
        ItemQueryParser parser = new ItemQueryParser(archive.settings().zone());
        List<ItemQuery> queries = new ArrayList<>();
        long latest = archive.items().latestRevision();
        int tries = 0;
        while (queries.size() < count) {
            // Subjects may be too short to make a query of: then everything is asked for.
            if (tries++ > TRIES * count) {
                queries.add(parser.parse("*"));
            }
            for (RegisteredItem item : archive.items().changesAfter(random.nextLong(Math.max(1, latest)), 1)) {
                one(item, random.nextInt(7)).ifPresent(text -> queries.add(parser.parse(text)));
            }
        }
        return queries;
    }

    private static Optional<String> one(RegisteredItem row, int shape) {
        List<String> words = words(row.item().subject());
        if (words.size() < 2) {
            return Optional.empty();
        }
        String first = words.getFirst();
        String second = words.getLast();
        return switch (shape) {
            case 0 -> Optional.of(first);
            case 1 -> Optional.of(first + " " + second);
            case 2 -> Optional.of("\"" + first + " " + words.get(1) + "\"");
            case 3 -> Optional.of(first + " w/5 " + second);
            case 4 -> Optional.of(first.substring(0, 3) + "* " + second);
            case 5 -> from(row).map(address -> "from:" + address + " " + first);
            default -> Optional.of(first + " NOT " + second + " sent:2000-01-01..2030-12-31");
        };
    }

    private static Optional<String> from(RegisteredItem row) {
        return row.item().people().from().stream()
                .map(Address::address)
                .filter(address -> address.matches("[a-z0-9.]+@[a-z0-9.]+"))
                .findFirst();
    }

    private static List<String> words(String subject) {
        return List.of(subject.split("[^A-Za-z]+")).stream()
                .filter(word -> word.length() >= 4)
                .map(word -> word.toLowerCase(java.util.Locale.ROOT))
                .distinct()
                .toList();
    }
}

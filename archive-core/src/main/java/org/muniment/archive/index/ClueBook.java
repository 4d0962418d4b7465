package org.muniment.archive.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.CharArrayMap;
import org.muniment.archive.query.ItemQuery;

/** Gathers clues and numbers them, each once. For one thread. */
final class ClueBook {
    private final Map<List<String>, Integer> places = new HashMap<>();
    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<List<Integer>, Integer> pairs = new HashMap<>();
    private final Map<Nearby, Integer> nears = new HashMap<>();
    private final Map<ItemQuery.Between, Integer> ranges = new HashMap<>();
    private int clues;
    private int columns;

    /** One of these words. */
    int place(List<String> terms) {
        return places.computeIfAbsent(terms, any -> clues++);
    }

    /** A word that begins so. */
    int start(String beginning) {
        return starts.computeIfAbsent(beginning, any -> clues++);
    }

    /** A value as a whole. */
    int key(String value) {
        return keys.computeIfAbsent(value, any -> clues++);
    }

    /** A word directly after another word or such a pair, each by its clue. */
    int pair(int first, int second) {
        return pairs.computeIfAbsent(List.of(first, second), any -> clues++);
    }

    /** Two sides near each other. */
    int near(Nearby near) {
        return nears.computeIfAbsent(near, any -> clues++);
    }

    /** A number within a range. */
    int range(ItemQuery.Between between) {
        return ranges.computeIfAbsent(between, any -> clues++);
    }

    /** These columns, as bits, hold what a query looks for. */
    void read(int more) {
        columns |= more;
    }

    Clues finish() {
        return new Clues(clues, columns, terms(), starts(), Map.copyOf(keys), followers(), roles(), Map.copyOf(ranges));
    }

    private CharArrayMap<int[]> terms() {
        var terms = new HashMap<String, List<Integer>>();
        places.forEach((words, clue) -> words.stream()
                .distinct()
                .forEach(word ->
                        terms.computeIfAbsent(word, any -> new ArrayList<>()).add(clue)));
        var byTerm = new CharArrayMap<int[]>(terms.size(), false);
        terms.forEach((word, found) -> byTerm.put(word, numbers(found)));
        return byTerm;
    }

    private List<Clues.Start> starts() {
        return starts.entrySet().stream()
                .map(start -> new Clues.Start(start.getKey().toCharArray(), start.getValue()))
                .toList();
    }

    private int[][] followers() {
        var lists = new ArrayList<List<Integer>>();
        for (int i = 0; i < clues; i++) {
            lists.add(new ArrayList<>());
        }
        pairs.forEach((both, clue) -> lists.get(both.get(0)).addAll(List.of(both.get(1), clue)));
        return lists.stream().map(ClueBook::numbers).toArray(int[][]::new);
    }

    private Nearby.Role[][] roles() {
        var lists = new ArrayList<List<Nearby.Role>>();
        for (int i = 0; i < clues; i++) {
            lists.add(new ArrayList<>());
        }
        nears.forEach((near, clue) -> {
            add(near.right(), near.left(), near.distance(), clue, lists);
            if (!near.ordered()) {
                add(near.left(), near.right(), near.distance(), clue, lists);
            }
        });
        return lists.stream().map(list -> list.toArray(Nearby.Role[]::new)).toArray(Nearby.Role[][]::new);
    }

    private static void add(
            List<Nearby.Side> last, List<Nearby.Side> first, int distance, int near, List<List<Nearby.Role>> roles) {
        int[] others = first.stream().mapToInt(Nearby.Side::clue).toArray();
        last.forEach(side -> roles.get(side.clue()).add(new Nearby.Role(near, side.width(), distance, others)));
    }

    private static int[] numbers(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}

package org.muniment.api;

import java.util.Map;
import java.util.TreeMap;

/** How often what was expected came out as what: classes, series, labels. */
final class Confusion {
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    void add(String expected, String got) {
        counts.computeIfAbsent(expected, any -> new TreeMap<>()).merge(got, 1, Integer::sum);
    }

    int count(String expected, String got) {
        return counts.getOrDefault(expected, Map.of()).getOrDefault(got, 0);
    }

    private int expected(String what) {
        return counts.getOrDefault(what, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private int got(String what) {
        return counts.keySet().stream().mapToInt(one -> count(one, what)).sum();
    }

    /** Of what came out as this, the share that was expected to. */
    double precision(String what) {
        return got(what) == 0 ? 1 : (double) count(what, what) / got(what);
    }

    /** Of what was expected to be this, the share that came out as it. */
    double recall(String what) {
        return expected(what) == 0 ? 1 : (double) count(what, what) / expected(what);
    }

    /** The share of all that came out as expected. */
    double accuracy() {
        int all = counts.keySet().stream().mapToInt(this::expected).sum();
        int right = counts.keySet().stream().mapToInt(one -> count(one, one)).sum();
        return all == 0 ? 1 : (double) right / all;
    }

    /** A line for each expected value: what it came out as. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        counts.forEach((expected, got) -> text.append(String.format(
                "%-6s %4d  precision %.3f  recall %.3f  %s%n",
                expected, expected(expected), precision(expected), recall(expected), got)));
        return text.toString();
    }
}

package org.muniment.batch.produce.leak;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Many strings as a tree of their letters, walked letter by letter: at each node stands which strings end there (Aho and
 * Corasick, 1975). Immutable and safe for many threads.
 */
final class WordTree {
    static final int ROOT = 0;
    /** Entries of the table of all steps: 32 MiB. A larger tree is walked by its edges. */
    static final int LARGEST_TABLE = 1 << 23;

    private final Edges edges = new Edges();
    /** By node, which strings end there. */
    private final int[][] ends;
    /** The number of each letter that the strings have, from 1; 0 for any other. */
    private final char[] letters = new char[1 << 16];

    private final int used;
    private final int[] failures;
    private final int[] table;

    private record Edge(int from, char letter, int to) {}

    WordTree(List<String> strings) {
        this(strings, LARGEST_TABLE);
    }

    /** @param largest entries of the table of all steps */
    WordTree(List<String> strings, int largest) {
        List<Edge> tree = new ArrayList<>();
        List<int[]> ending = new ArrayList<>(List.of(new int[0]));
        int count = 1;
        for (int index = 0; index < strings.size(); index++) {
            String string = strings.get(index);
            for (int i = 0; i < string.length(); i++) {
                if (letters[string.charAt(i)] == 0) {
                    letters[string.charAt(i)] = (char) count++;
                }
            }
            add(string, index, tree, ending);
        }
        used = count;
        ends = ending.toArray(int[][]::new);
        failures = new int[ends.length];
        table = (long) used * ends.length <= largest ? new int[used * ends.length] : new int[0];
        link(tree);
    }

    private void add(String string, int index, List<Edge> tree, List<int[]> ending) {
        if (string.isEmpty()) {
            return;
        }
        int node = ROOT;
        for (int i = 0; i < string.length(); i++) {
            int next = edges.get(node, string.charAt(i));
            if (next == Edges.NONE) {
                next = ending.size();
                ending.add(new int[0]);
                edges.add(node, string.charAt(i), next);
                tree.add(new Edge(node, string.charAt(i), next));
            }
            node = next;
        }
        ending.set(node, joined(ending.get(node), new int[] {index}));
    }

    private static int[] joined(int[] one, int[] other) {
        int[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** Where to go on when nothing more fits: breadth first, so that shorter ones are linked already. */
    private void link(List<Edge> tree) {
        Map<Integer, List<Edge>> out = new HashMap<>();
        tree.forEach(edge ->
                out.computeIfAbsent(edge.from(), any -> new ArrayList<>()).add(edge));
        Queue<Integer> open = new ArrayDeque<>(List.of(ROOT));
        while (!open.isEmpty()) {
            int node = open.remove();
            List<Edge> further = out.getOrDefault(node, List.of());
            for (Edge edge : further) {
                int child = edge.to();
                failures[child] = node == ROOT ? ROOT : sought(failures[node], edge.letter());
                ends[child] = joined(ends[child], ends[failures[child]]);
                open.add(child);
            }
            tabulate(node, further);
        }
    }

    /** The steps from a node: those from where it leads when nothing more fits, and its own. */
    private void tabulate(int node, List<Edge> further) {
        if (table.length > 0) {
            System.arraycopy(table, failures[node] * used, table, node * used, used);
            further.forEach(edge -> table[node * used + letters[edge.letter()]] = edge.to());
        }
    }

    /** Where a letter leads. */
    int step(int node, char c) {
        int letter = letters[c];
        if (letter == 0) {
            return ROOT;
        }
        return table.length > 0 ? table[node * used + letter] : sought(node, c);
    }

    private int sought(int from, char c) {
        int node = from;
        while (true) {
            int next = edges.get(node, c);
            if (next != Edges.NONE) {
                return next;
            }
            if (node == ROOT) {
                return ROOT;
            }
            node = failures[node];
        }
    }

    /** The strings that end at a node, by their index; not to be changed. */
    int[] ends(int node) {
        return ends[node];
    }
}

package org.muniment.batch.produce.leak;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Looks for many strings at once, in one pass (Aho and Corasick, 1975): letters and digits alone count, in any case, whatever
 * stands between them, so that neither a line break nor another way to write a number hides one. Whole words only, where a
 * script parts words. Immutable and safe for many threads.
 */
public final class WordScan {
    private static final int ROOT = 0;
    /** Shorter strings stand by chance in pictures and fonts. */
    private static final int SHORTEST_IN_BYTES = 7;

    private final Edges edges = new Edges();
    private final List<Edge> tree = new ArrayList<>();
    private final List<int[]> ends = new ArrayList<>(List.of(new int[0]));
    private final boolean[] begins = new boolean[1 << 16];
    private final int[] failures;
    private final int[] lengths;
    private final boolean foreign;

    private record Edge(int from, char letter, int to) {}

    /** @param strings what to look for; one without a letter or digit is never found */
    public WordScan(List<String> strings) {
        lengths = new int[strings.size()];
        boolean others = false;
        for (int index = 0; index < lengths.length; index++) {
            String bare = bare(strings.get(index));
            lengths[index] = bare.length();
            others |= bare.chars().anyMatch(c -> c > 0x7e);
            add(bare, index);
        }
        foreign = others;
        failures = link();
    }

    /** Letters and digits of a text, in lower case. */
    static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        normal(text).chars().filter(Character::isLetterOrDigit).forEach(c -> bare.append(lower((char) c)));
        return bare.toString();
    }

    private static String normal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7e) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    private static char lower(char c) {
        return c < 0x80 ? (char) (c >= 'A' && c <= 'Z' ? c + 32 : c) : Character.toLowerCase(c);
    }

    private void add(String bare, int index) {
        if (bare.isEmpty()) {
            return;
        }
        begins[bare.charAt(0)] = true;
        int node = ROOT;
        for (int i = 0; i < bare.length(); i++) {
            int next = edges.get(node, bare.charAt(i));
            node = next == Edges.NONE ? grown(node, bare.charAt(i)) : next;
        }
        ends.set(node, joined(ends.get(node), new int[] {index}));
    }

    private int grown(int from, char letter) {
        int node = ends.size();
        ends.add(new int[0]);
        edges.add(from, letter, node);
        tree.add(new Edge(from, letter, node));
        return node;
    }

    private static int[] joined(int[] one, int[] other) {
        int[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** Where to go on when nothing more fits: breadth first, so that shorter ones are linked already. */
    private int[] link() {
        int[] links = new int[ends.size()];
        Map<Integer, List<Edge>> out = new HashMap<>();
        tree.forEach(edge ->
                out.computeIfAbsent(edge.from(), any -> new ArrayList<>()).add(edge));
        tree.clear();
        Queue<Integer> open = new ArrayDeque<>(List.of(ROOT));
        while (!open.isEmpty()) {
            int node = open.remove();
            for (Edge edge : out.getOrDefault(node, List.of())) {
                int child = edge.to();
                links[child] = node == ROOT ? ROOT : step(links, links[node], edge.letter());
                ends.set(child, joined(ends.get(child), ends.get(links[child])));
                open.add(child);
            }
        }
        return links;
    }

    private int step(int[] links, int from, char c) {
        int node = from;
        while (true) {
            int next = node == ROOT && !begins[c] ? Edges.NONE : edges.get(node, c);
            if (next != Edges.NONE) {
                return next;
            }
            if (node == ROOT) {
                return ROOT;
            }
            node = links[node];
        }
    }

    /** Which of the strings stand in a text, by their index. */
    public BitSet in(String text) {
        String normal = normal(text);
        Walk walk = new Walk(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                walk.take(lower(c), i, 1);
            }
        }
        return walk.found(normal);
    }

    /** Which of the strings stand in bytes that may hold text in ASCII, UTF-8 or UTF-16; only long ones are told. */
    public BitSet in(byte[] bytes) {
        BitSet found = plain(bytes);
        if (foreign) {
            found.or(in(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
            found.or(in(new String(bytes, java.nio.charset.StandardCharsets.UTF_16BE)));
        }
        for (int index = found.nextSetBit(0); index >= 0; index = found.nextSetBit(index + 1)) {
            found.set(index, lengths[index] >= SHORTEST_IN_BYTES);
        }
        return found;
    }

    /** Zeros, spaces and punctuation may stand between; what is no text at all parts words. */
    private BitSet plain(byte[] bytes) {
        Walk walk = new Walk(0);
        BitSet found = new BitSet();
        for (byte b : bytes) {
            boolean letter = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
            if (letter) {
                walk.node = step(failures, walk.node, lower((char) b));
                for (int index : ends.get(walk.node)) {
                    found.set(index);
                }
            } else if (b < 0 || b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                walk.node = ROOT;
            }
        }
        return found;
    }

    /** One pass over a text; remembers where its letters stand. */
    private final class Walk {
        private final int[] places;
        private final List<int[]> hits = new ArrayList<>(0);
        private int letters;
        private int node = ROOT;

        Walk(int size) {
            places = new int[size];
        }

        void take(char c, int place, int width) {
            places[letters++] = place + width - 1;
            node = step(failures, node, c);
            if (node != ROOT) {
                for (int index : ends.get(node)) {
                    hits.add(new int[] {index, letters});
                }
            }
        }

        BitSet found(String text) {
            BitSet found = new BitSet();
            for (int[] hit : hits) {
                int first = places[hit[1] - lengths[hit[0]]];
                int last = places[hit[1] - 1];
                if (parted(text, first - 1, first) && parted(text, last, last + 1)) {
                    found.set(hit[0]);
                }
            }
            return found;
        }

        private static boolean parted(String text, int left, int right) {
            if (left < 0 || right >= text.length()) {
                return true;
            }
            char one = text.charAt(left);
            char other = text.charAt(right);
            boolean digits = Character.isDigit(one) && Character.isDigit(other);
            boolean letters = isAlphabetic(one) && isAlphabetic(other);
            return !digits && !letters;
        }

        /** Of a script that parts words by spaces. */
        private static boolean isAlphabetic(char c) {
            if (!Character.isLetter(c)) {
                return false;
            }
            return switch (Character.UnicodeScript.of(c)) {
                case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> false;
                default -> true;
            };
        }
    }
}

package org.muniment.archive.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases of words, looked up at a place in a text in the time that the words there take, however many phrases. */
final class NameTrie {
    private final Node root = new Node();

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>(2);
        private final List<Phrase> ends = new ArrayList<>(1);
    }

    /** What a phrase is. */
    enum Kind {
        NAME,
        /** Family name first. */
        INVERTED,
        PARENT,
        ID,
        SECRET
    }

    /**
     * Something to be found.
     *
     * @param of whose it is
     * @param given how many of the phrase's words are the given name
     */
    record Phrase(RosterPerson of, Kind kind, List<String> words, int given) {}

    /**
     * A phrase in a text.
     *
     * @param first index of its first token
     * @param tokens those that are its words; a middle initial between them is left out
     */
    record Hit(Phrase phrase, int first, List<Token> tokens) {
        int start() {
            return tokens.getFirst().start();
        }

        int end() {
            return tokens.getLast().end();
        }
    }

    void add(Phrase phrase) {
        if (phrase.words().isEmpty()) {
            return;
        }
        Node at = root;
        for (String word : phrase.words()) {
            at = at.next.computeIfAbsent(word, any -> new Node());
        }
        at.ends.add(phrase);
    }

    /** Every phrase that begins at a token, shortest first. */
    List<Hit> at(List<Token> tokens, int first) {
        List<Hit> hits = new ArrayList<>(0);
        walk(root, tokens, first, first, new ArrayList<>(), hits);
        return hits;
    }

    private static void walk(Node node, List<Token> tokens, int first, int at, List<Token> taken, List<Hit> hits) {
        if (at >= tokens.size()) {
            return;
        }
        Token token = tokens.get(at);
        Node next = node.next.get(token.folded());
        if (next != null) {
            taken.add(token);
            next.ends.forEach(phrase -> hits.add(new Hit(phrase, first, List.copyOf(taken))));
            walk(next, tokens, first, at + 1, taken, hits);
            taken.removeLast();
        } else if (!taken.isEmpty() && isInitial(token)) {
            walk(node, tokens, first, at + 1, taken, hits);
        }
    }

    private static boolean isInitial(Token token) {
        return token.folded().length() == 1 && Character.isLetter(token.folded().charAt(0));
    }
}

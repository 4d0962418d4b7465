package org.muniment.archive.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A question that an item answers with yes or no, from its own facts alone: searches, retention rules, hold scopes and
 * request scopes. {@code toString} is canonical: the parser gives back an equal query.
 */
public sealed interface ItemQuery {
    /** The most words that {@code w/} may span. */
    int WIDEST_NEAR = 500;

    /** A part that is no combination of others: one line of a term report. */
    sealed interface Leaf extends ItemQuery {
        Field field();
    }

    /** Every item. Written {@code *}. */
    record All() implements ItemQuery {
        @Override
        public String toString() {
            return Written.of(this);
        }
    }

    /** All of at least two; an And within is dissolved. */
    record And(List<ItemQuery> parts) implements ItemQuery {
        public And {
            parts = parts.stream()
                    .flatMap(part -> part instanceof And and ? and.parts.stream() : Stream.of(part))
                    .toList();
            atLeastTwo(parts);
        }

        @Override
        public String toString() {
            return Written.of(this);
        }
    }

    /** One or more of at least two; an Or within is dissolved. */
    record Or(List<ItemQuery> parts) implements ItemQuery {
        public Or {
            parts = parts.stream()
                    .flatMap(part -> part instanceof Or or ? or.parts.stream() : Stream.of(part))
                    .toList();
            atLeastTwo(parts);
        }

        @Override
        public String toString() {
            return Written.of(this);
        }
    }

    /** What the part does not match, among all items. */
    record Not(ItemQuery part) implements ItemQuery {
        @Override
        public String toString() {
            return Written.of(this);
        }
    }

    /**
     * A word, or words one directly after the other.
     *
     * @param field of type words
     * @param words as typed, at least one; each has a letter or digit and no white space
     * @param exact the same words; otherwise other forms of them too ({@code budget} finds <i>budgets</i>)
     */
    record Words(Field field, List<String> words, boolean exact) implements Leaf {
        public Words {
            Rules.type(field, "words", Field.Type.WORDS);
            words = Rules.words(words);
        }

        @Override
        public String toString() {
            return Written.of(this);
        }
    }

    /**
     * Two sides at most so many words apart, not overlapping: at distance 1 they touch.
     *
     * @param field of type words; both sides are in it
     * @param left Words, Prefix, or an Or of these, in that field
     * @param right likewise
     * @param distance 1 to {@value #WIDEST_NEAR}
     * @param ordered the left side first ({@code pre/}); otherwise either ({@code w/})
     */
    record Near(Field field, ItemQuery left, ItemQuery right, int distance, boolean ordered) implements Leaf {
        public Near {
            Rules.type(field, "w/", Field.Type.WORDS);
            Rules.side(field, left);
            Rules.side(field, right);
            if (distance < 1 || distance > WIDEST_NEAR) {
                throw new IllegalArgumentException("Words can be 1 to " + WIDEST_NEAR + " apart, not " + distance);
            }
        }

        @Override
        public String toString() {
            return Written.of(this);
        }
    }

    /**
     * The start of a word, an address or a value; of several words the last may be longer.
     *
     * @param field of type words, address or exact
     * @param start without the star, at least two characters, the last a letter or digit
     */
    record Prefix(Field field, String start) implements Leaf {
        public Prefix {
            Rules.type(field, "a star", Field.Type.WORDS, Field.Type.ADDRESS, Field.Type.EXACT);
            start = Rules.start(field, start);
        }

        @Override
        public String toString() {
            return Written.of(this);
        }
    }

    /**
     * A value as a whole.
     *
     * @param field of type address, exact or flag
     * @param value in lower case, one space between words
     */
    record Is(Field field, String value) implements Leaf {
        public Is {
            Rules.type(field, "a value", Field.Type.ADDRESS, Field.Type.EXACT, Field.Type.FLAG);
            value = Rules.value(field, value);
        }

        @Override
        public String toString() {
            return Written.of(this);
        }
    }

    /**
     * A time or size within a range. Items that lack it do not match.
     *
     * @param field of type date (with {@link Range.Days}) or number (with {@link Range.Bytes})
     */
    record Between(Field field, Range range) implements Leaf {
        public Between {
            Rules.type(field, "a range", range instanceof Range.Days ? Field.Type.DATE : Field.Type.NUMBER);
        }

        @Override
        public String toString() {
            return Written.of(this);
        }
    }

    /** The leaves in the order they are written, each once. */
    default List<Leaf> leaves() {
        var found = new LinkedHashSet<Leaf>();
        collect(this, any -> true, found);
        return List.copyOf(found);
    }

    /** The leaves that make an item match by being there: those under a NOT are left out. */
    default List<Leaf> positiveLeaves() {
        var found = new LinkedHashSet<Leaf>();
        collect(this, part -> !(part instanceof Not), found);
        return List.copyOf(found);
    }

    /** What could match: where the item could not be read or has no such date, every leaf on it counts as met. */
    default ItemQuery relaxed() {
        return Doubt.relaxed(this);
    }

    /** What surely matches: where the item could not be read or has no such date, nothing is concluded from a leaf's absence. */
    default ItemQuery certain() {
        return Doubt.certain(this);
    }

    private static void collect(ItemQuery query, Predicate<ItemQuery> enter, LinkedHashSet<Leaf> found) {
        if (!enter.test(query)) {
            return;
        }
        switch (query) {
            case All all -> {}
            case And and -> and.parts.forEach(part -> collect(part, enter, found));
            case Or or -> or.parts.forEach(part -> collect(part, enter, found));
            case Not not -> collect(not.part, enter, found);
            case Leaf leaf -> found.add(leaf);
        }
    }

    private static void atLeastTwo(List<ItemQuery> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("AND and OR join at least two parts");
        }
    }
}

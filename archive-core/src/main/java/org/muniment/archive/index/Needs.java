package org.muniment.archive.index;

import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;

/** Finds what queries need at the least, and gathers the clues for it. For one thread. */
final class Needs {
    private static final Need ANYTHING = new Need.Anything();

    private final LuceneQueries queries;
    private final ClueBook book = new ClueBook();

    Needs(LuceneQueries queries) {
        this.queries = queries;
    }

    /** The clues of all queries so far. */
    Clues clues() {
        return book.finish();
    }

    Need of(ItemQuery query) {
        return switch (query) {
            case ItemQuery.All all -> new Need.Each(List.of());
            case ItemQuery.Not not -> without(of(not.part()));
            case ItemQuery.And and ->
                new Need.Each(and.parts().stream().map(this::of).toList());
            case ItemQuery.Or or ->
                new Need.Some(or.parts().stream().map(this::of).toList());
            case ItemQuery.Leaf leaf -> leaf(leaf);
        };
    }

    private static Need without(Need part) {
        return part.isExact() ? new Need.Without(part) : ANYTHING;
    }

    private Need leaf(ItemQuery.Leaf leaf) {
        return leaf(leaf, Clues.bits(Column.of(leaf.field())));
    }

    /** A leaf in one of its field's columns alone. */
    Need in(Column column, ItemQuery.Leaf leaf) {
        return leaf(leaf, Clues.bit(column));
    }

    private Need leaf(ItemQuery.Leaf leaf, int columns) {
        return switch (leaf) {
            case ItemQuery.Words words -> words(words, columns);
            case ItemQuery.Near near -> near(near, columns);
            case ItemQuery.Prefix prefix ->
                prefix.field().type() == Field.Type.WORDS ? start(prefix, columns) : ANYTHING;
            case ItemQuery.Is is -> value(is, columns);
            case ItemQuery.Between between -> new Need.Clue(book.range(between), columns);
        };
    }

    /** Every phrase of either side is a clue, and so are both together. */
    private Need near(ItemQuery.Near near, int columns) {
        book.read(columns);
        var left = new ArrayList<Nearby.Side>();
        var right = new ArrayList<Nearby.Side>();
        if (!sides(near.left(), left) || !sides(near.right(), right)) {
            return ANYTHING;
        }
        return new Need.Clue(book.near(new Nearby(left, right, near.distance(), near.ordered())), columns);
    }

    /** Gathers the phrases of a side that have words; false when one of them is no clue. */
    private boolean sides(ItemQuery side, List<Nearby.Side> found) {
        return switch (side) {
            case ItemQuery.Or or -> or.parts().stream().allMatch(part -> sides(part, found));
            case ItemQuery.Words words -> side(places(words), found);
            case ItemQuery.Prefix prefix -> isLookedFor(prefix) && side(places(prefix), found);
            case ItemQuery other -> false;
        };
    }

    private boolean side(List<Integer> places, List<Nearby.Side> found) {
        places.stream().reduce(book::pair).ifPresent(clue -> found.add(new Nearby.Side(clue, places.size())));
        return true;
    }

    private Need words(ItemQuery.Words words, int columns) {
        return phrase(places(words), columns);
    }

    private List<Integer> places(ItemQuery.Words words) {
        return queries.positions(words).stream().map(book::place).toList();
    }

    private Need start(ItemQuery.Prefix prefix, int columns) {
        return isLookedFor(prefix) ? phrase(places(prefix), columns) : ANYTHING;
    }

    /** Too many words begin with one letter. */
    private boolean isLookedFor(ItemQuery.Prefix prefix) {
        List<String> starts = queries.starts(prefix.start());
        return starts.isEmpty() || starts.getLast().length() >= Clues.SHORTEST_START;
    }

    private List<Integer> places(ItemQuery.Prefix prefix) {
        List<String> starts = queries.starts(prefix.start());
        var places = new ArrayList<Integer>();
        for (int i = 0; i < starts.size(); i++) {
            places.add(i < starts.size() - 1 ? book.place(List.of(starts.get(i))) : book.start(starts.get(i)));
        }
        return places;
    }

    /** Words one directly after the other: each with those before it is a clue. */
    private Need phrase(List<Integer> places, int columns) {
        book.read(columns);
        return places.stream()
                .reduce(book::pair)
                .<Need>map(clue -> new Need.Clue(clue, columns))
                .orElseGet(() -> new Need.Some(List.of()));
    }

    private Need value(ItemQuery.Is is, int columns) {
        Need whole = new Need.Clue(book.key(Keys.key(is.value())), columns);
        book.read(columns);
        return switch (is.field()) {
            case KIND, HAS, INDEXED -> whole;
            case FROM, CALLER, TO, CC, BCC, RECIPIENT, PARTICIPANT, CUSTODIAN ->
                is.value().indexOf('@') >= 0 ? whole : new Need.Some(List.of(whole, domain(is, columns), name(is)));
            case FILE_TYPE, ID, DIGEST, MESSAGE_ID, DUPLICATE -> ANYTHING;
            case TEXT, SUBJECT, BODY, ATTACHMENT, FILENAME, FOLDER, URL, SENT, RECEIVED, SIZE ->
                throw new IllegalStateException("No value: " + is);
        };
    }

    private Need domain(ItemQuery.Is is, int columns) {
        return new Need.Clue(book.key(Keys.key("@" + is.value())), columns);
    }

    private Need name(ItemQuery.Is is) {
        int columns = Column.of(is.field()).stream().mapToInt(Clues::wordsBit).reduce(0, (a, b) -> a | b);
        List<String> words = queries.starts(is.value());
        return phrase(words.stream().map(word -> book.place(List.of(word))).toList(), columns);
    }
}

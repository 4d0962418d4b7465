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
            case ItemQuery.Near near ->
                new Need.AtLeast(new Need.Each(List.of(side(near.left(), columns), side(near.right(), columns))));
            case ItemQuery.Prefix prefix ->
                prefix.field().type() == Field.Type.WORDS ? start(prefix, columns) : ANYTHING;
            case ItemQuery.Is is -> value(is, columns);
            case ItemQuery.Between between -> ANYTHING;
        };
    }

    private Need side(ItemQuery side, int columns) {
        return switch (side) {
            case ItemQuery.Or or ->
                new Need.Some(
                        or.parts().stream().map(part -> side(part, columns)).toList());
            case ItemQuery.Words words -> words(words, columns);
            case ItemQuery.Prefix prefix -> start(prefix, columns);
            case ItemQuery other -> ANYTHING;
        };
    }

    private Need words(ItemQuery.Words words, int columns) {
        return phrase(queries.positions(words).stream().map(book::place).toList(), columns);
    }

    private Need start(ItemQuery.Prefix prefix, int columns) {
        List<String> starts = queries.starts(prefix.start());
        if (starts.isEmpty()) {
            return new Need.Some(List.of());
        }
        var places = new ArrayList<Integer>();
        starts.subList(0, starts.size() - 1).forEach(word -> places.add(book.place(List.of(word))));
        if (starts.getLast().length() < Clues.SHORTEST_START) {
            return places.isEmpty() ? ANYTHING : new Need.AtLeast(phrase(places, columns));
        }
        places.add(book.start(starts.getLast()));
        return phrase(places, columns);
    }

    /** Words one directly after the other: each with those before it is a clue. */
    private Need phrase(List<Integer> places, int columns) {
        book.read(columns);
        return places.stream()
                .reduce(book::pair)
                .<Need>map(clue -> new Need.Clue(clue, columns))
                .orElseGet(() -> new Need.Some(List.of()));
    }

    /** Names within addresses are not looked for. */
    private Need value(ItemQuery.Is is, int columns) {
        boolean whole = switch (is.field()) {
            case KIND, HAS, INDEXED -> true;
            case FROM, TO, CC, BCC, RECIPIENT, PARTICIPANT, CUSTODIAN ->
                is.value().indexOf('@') >= 0;
            case TEXT, SUBJECT, BODY, ATTACHMENT, FILENAME, FOLDER -> false;
            case SENT, RECEIVED, FILE_TYPE, SIZE, ID, DIGEST, MESSAGE_ID, DUPLICATE -> false;
        };
        if (!whole) {
            return ANYTHING;
        }
        book.read(columns);
        return new Need.Clue(book.key(Keys.key(is.value())), columns);
    }
}

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
            case ItemQuery.All all -> ANYTHING;
            case ItemQuery.Not not -> ANYTHING;
            case ItemQuery.And and ->
                new Need.Each(and.parts().stream().map(this::of).toList());
            case ItemQuery.Or or ->
                new Need.Some(or.parts().stream().map(this::of).toList());
            case ItemQuery.Leaf leaf -> leaf(leaf);
        };
    }

    private Need leaf(ItemQuery.Leaf leaf) {
        int columns = Clues.bits(Column.of(leaf.field()));
        return switch (leaf) {
            case ItemQuery.Words words -> words(words, columns);
            case ItemQuery.Near near -> new Need.Each(List.of(side(near.left(), columns), side(near.right(), columns)));
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
        if (starts.getLast().length() >= Clues.SHORTEST_START) {
            places.add(book.start(starts.getLast()));
        }
        return places.isEmpty() ? ANYTHING : phrase(places, columns);
    }

    /** Of a phrase each two neighbours stand side by side. */
    private Need phrase(List<Integer> places, int columns) {
        book.read(columns);
        if (places.size() == 1) {
            return new Need.Clue(places.getFirst(), columns);
        }
        if (places.isEmpty()) {
            return new Need.Some(List.of());
        }
        var pairs = new ArrayList<Need>();
        for (int i = 1; i < places.size(); i++) {
            pairs.add(new Need.Clue(book.pair(places.get(i - 1), places.get(i)), columns));
        }
        return new Need.Each(pairs);
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

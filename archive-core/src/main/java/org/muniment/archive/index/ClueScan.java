package org.muniment.archive.index;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muniment.archive.item.Address;

/** Reads one item for clues. For one item. */
final class ClueScan {
    private final Clues clues;
    private final ClueWords words;
    private final WordCursor cursor = new WordCursor();
    private final int[] traces;
    private int[] found = new int[64];
    private int countFound;
    private int[] before = new int[16];
    private int[] here = new int[16];
    private int countBefore;
    private int countHere;
    private int position;
    /** By clue the positions in this value that something may be near to. */
    private final Map<Integer, Positions> remembered = new HashMap<>();

    ClueScan(Clues clues, ClueWords words) {
        this.clues = clues;
        this.words = words;
        this.traces = new int[clues.count()];
    }

    /** By clue the columns the item has it in, as bits. */
    int[] traces() {
        return traces;
    }

    /** The clues that the item has, each once, in the order of their first places. */
    int[] found() {
        return Arrays.copyOf(found, countFound);
    }

    /** Notes a clue that the item has in these columns. */
    void found(int clue, int columns) {
        if (traces[clue] == 0 && columns != 0) {
            found = put(found, countFound++, clue);
        }
        traces[clue] |= columns;
    }

    private static int[] put(int[] list, int at, int clue) {
        int[] longer = at < list.length ? list : Arrays.copyOf(list, 2 * at);
        longer[at] = clue;
        return longer;
    }

    void key(Column column, String value) {
        int clue = clues.key(Keys.key(value));
        if (clue >= 0) {
            found(clue, Clues.bit(column));
        }
    }

    void addresses(Column column, List<Address> addresses) {
        if (clues.reads(Clues.bit(column))) {
            for (Address address : addresses) {
                Keys.of(address).forEach(key -> key(column, key));
                Keys.texts(address).forEach(text -> words(Clues.wordsBit(column), text));
            }
        }
    }

    /** One value of the columns: no phrase reaches beyond it. */
    void words(int columns, String text) {
        if (text.isEmpty() || !clues.reads(columns)) {
            return;
        }
        countHere = 0;
        remembered.clear();
        try {
            cursor.over(new StringReader(text));
            while (cursor.next()) {
                advance();
                for (int clue : words.of(cursor.letters(), cursor.length())) {
                    word(clue, columns);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void advance() {
        position++;
        int[] free = before;
        before = here;
        countBefore = countHere;
        here = free;
        countHere = 0;
    }

    private void word(int clue, int columns) {
        add(clue, columns);
        for (int i = 0; i < countBefore; i++) {
            int[] followers = clues.followers(before[i]);
            for (int f = 0; f < followers.length; f += 2) {
                if (followers[f] == clue) {
                    add(followers[f + 1], columns);
                }
            }
        }
    }

    /** Notes a clue that ends at this word; what may go on, or have something near, is looked at again. */
    private void add(int clue, int columns) {
        found(clue, columns);
        if (clues.followers(clue).length > 0) {
            here = put(here, countHere++, clue);
        }
        for (Nearby.Role role : clues.roles(clue)) {
            if ((traces[role.near()] & columns) != columns && isNear(role)) {
                found(role.near(), columns);
            }
        }
        if (clues.isRemembered(clue)) {
            remembered.computeIfAbsent(clue, any -> new Positions()).add(position);
        }
    }

    private boolean isNear(Nearby.Role role) {
        int first = position - role.width() + 1;
        for (int other : role.others()) {
            // Most words have something near that the item has not at all.
            Positions ends = traces[other] == 0 ? null : remembered.get(other);
            if (ends != null && ends.hasWithin(first - role.distance(), first - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Positions in growing order. */
    private static final class Positions {
        private int[] positions = new int[4];
        private int count;

        void add(int position) {
            if (count == positions.length) {
                positions = Arrays.copyOf(positions, 2 * count);
            }
            positions[count++] = position;
        }

        boolean hasWithin(int from, int to) {
            for (int i = count - 1; i >= 0 && positions[i] >= from; i--) {
                if (positions[i] <= to) {
                    return true;
                }
            }
            return false;
        }
    }
}

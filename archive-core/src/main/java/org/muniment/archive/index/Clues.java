package org.muniment.archive.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArrayMap;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemText.AttachmentText;
import org.muniment.archive.query.ItemQuery;

/** All that is looked for in an item to tell which queries it may match. Safe for many threads. */
final class Clues {
    /** The fewest letters of a word that may go on and is looked for. */
    static final int SHORTEST_START = 2;

    private static final int[] NONE = {};

    private final int count;
    private final int columns;
    private final CharArrayMap<int[]> terms;
    private final List<List<Start>> starts;
    private final Map<String, Integer> keys;
    private final int[][] followers;
    private final Nearby.Role[][] roles;
    private final BitSet remembered = new BitSet();
    private final Map<ItemQuery.Between, Integer> ranges;

    /** A clue that is any word that begins so. */
    record Start(char[] beginning, int clue) {
        boolean begins(char[] word) {
            return word.length >= beginning.length
                    && Arrays.equals(word, 0, beginning.length, beginning, 0, beginning.length);
        }
    }

    /**
     * @param count of clues, which are numbered from 0
     * @param columns that any of them is looked for in, as bits
     * @param terms by each term the clues it is
     * @param starts words that may go on
     * @param keys by each value of a whole the clue it is
     * @param followers for each clue in turn the one that may follow it, and the clue that both together are
     * @param roles for each clue what it may be near to
     * @param ranges by each range the clue that a number within it is
     */
    Clues(
            int count,
            int columns,
            CharArrayMap<int[]> terms,
            List<Start> starts,
            Map<String, Integer> keys,
            int[][] followers,
            Nearby.Role[][] roles,
            Map<ItemQuery.Between, Integer> ranges) {
        this.count = count;
        this.columns = columns;
        this.terms = terms;
        this.starts = byLetters(starts);
        this.keys = keys;
        this.followers = followers;
        this.roles = roles;
        this.ranges = ranges;
        Stream.of(roles)
                .flatMap(Stream::of)
                .forEach(role -> IntStream.of(role.others()).forEach(remembered::set));
    }

    static int bits(Collection<Column> columns) {
        return columns.stream().mapToInt(Clues::bit).reduce(0, (a, b) -> a | b);
    }

    /** What the item has of them. */
    ClueScan scan(ItemDocument document, ClueWords words) {
        var scan = new ClueScan(this, words);
        Item item = document.reading().item();
        scan.words(bit(Column.SUBJECT), item.subject());
        scan.words(bit(Column.BODY), document.reading().text().body());
        scan.words(bit(Column.URL), document.reading().text().address());
        for (Attachment file : item.attachments()) {
            scan.words(bit(Column.ATTACHMENT) | bit(Column.FILENAME), file.name());
        }
        for (AttachmentText file : document.reading().text().attachments()) {
            scan.words(bit(Column.ATTACHMENT), file.text());
        }
        document.collections().forEach(taken -> scan.words(bit(Column.FOLDER), taken.folder()));
        people(document, scan);
        scan.key(Column.KIND, item.kind().name());
        scan.key(Column.INDEXED, item.coverage().extent().name());
        if (item.attachments().stream().anyMatch(file -> !file.inline())) {
            scan.key(Column.HAS, "attachment");
        }
        ranges.forEach((between, clue) -> {
            Column column = Column.of(between.field()).getFirst();
            Long number = ItemFields.number(column, item);
            if (number != null
                    && between.range().min() <= number
                    && number <= between.range().max()) {
                scan.found(clue, bit(column));
            }
        });
        return scan;
    }

    private static void people(ItemDocument document, ClueScan scan) {
        Correspondents people = document.reading().item().people();
        scan.addresses(Column.FROM, people.from());
        scan.addresses(Column.CALLER, document.reading().text().callers());
        scan.addresses(Column.TO, people.to());
        scan.addresses(Column.CC, people.cc());
        scan.addresses(Column.BCC, people.bcc());
        scan.addresses(Column.OTHERS, people.envelope());
        scan.addresses(Column.OTHERS, people.exchange());
        document.collections()
                .forEach(taken -> scan.addresses(
                        Column.CUSTODIAN,
                        List.of(new Address("", taken.custodian().address()))));
    }

    int count() {
        return count;
    }

    boolean reads(int some) {
        return (columns & some) != 0;
    }

    /** The clues that a term is. */
    int[] term(char[] term) {
        int[] found = terms.get(term, 0, term.length);
        return found == null ? NONE : found;
    }

    /** The clues that are any word that begins as this one does. */
    int[] starts(char[] word) {
        if (word.length < SHORTEST_START || starts.isEmpty()) {
            return NONE;
        }
        List<Start> likely = starts.get(slot(word));
        return likely.isEmpty()
                ? NONE
                : likely.stream()
                        .filter(start -> start.begins(word))
                        .mapToInt(Start::clue)
                        .toArray();
    }

    int key(String value) {
        return keys.getOrDefault(value, -1);
    }

    int[] followers(int clue) {
        return followers[clue];
    }

    /** What a clue may be near to. */
    Nearby.Role[] roles(int clue) {
        return roles[clue];
    }

    /** Whether something may be near to that clue. */
    boolean isRemembered(int clue) {
        return remembered.get(clue);
    }

    /** The words of an address's column, as {@link Column#words()}. */
    static int wordsBit(Column column) {
        return 1 << Column.values().length + column.ordinal() - Column.FROM.ordinal();
    }

    static int bit(Column column) {
        return 1 << column.ordinal();
    }

    private static List<List<Start>> byLetters(List<Start> starts) {
        if (starts.isEmpty()) {
            return List.of();
        }
        var slots = new ArrayList<List<Start>>();
        for (int i = 0; i < 1 << 10; i++) {
            slots.add(new ArrayList<>());
        }
        starts.forEach(start -> slots.get(slot(start.beginning)).add(start));
        return slots.stream().map(List::copyOf).toList();
    }

    private static int slot(char[] buffer) {
        return (buffer[0] * 31 + buffer[1]) & (1 << 10) - 1;
    }
}

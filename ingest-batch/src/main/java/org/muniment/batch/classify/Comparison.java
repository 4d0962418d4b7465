package org.muniment.batch.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.Registers;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Classifier;
import org.muniment.archive.schedule.Eligibility;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.batch.Rooms;

/** Holds every item of the archive against two schedules, and writes nothing. */
public final class Comparison {
    private static final int PAGE = 200;

    private final Rooms rooms;
    private final StoredItems stored;
    private final int examples;

    /** Where an item is: its series, and the class it has there. */
    public record Place(String series, int recordClass) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::series).thenComparing(Place::recordClass);

        static Place of(Classification one) {
            return new Place(one.series().value(), one.recordClass().number());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** How many items go from one place to another. */
    public record Move(Place from, Place to, long items) {}

    /** An item that moves; {@code reason} is why it is where it goes. */
    public record Example(String item, String subject, Place from, Place to, String reason) {}

    /**
     * What a schedule would change.
     *
     * @param items all that were looked at
     * @param moved those that would be in another series or class
     * @param earlier those that could be destroyed earlier, or at all
     * @param later those that could be destroyed later, or not any more
     * @param moves where from and where to, the most first
     * @param first some that move, in the order in which they were registered
     */
    public record Result(long items, long moved, long earlier, long later, List<Move> moves, List<Example> first) {}

    private record Pair(RegisteredItem item, Classification before, Classification after) {
        boolean moves() {
            return !Place.of(before).equals(Place.of(after));
        }

        int change() {
            return Long.compare(day(after.eligibility()), day(before.eligibility()));
        }

        private static long day(Eligibility eligibility) {
            return eligibility instanceof Eligibility.On on ? on.day().toEpochDay() : Long.MAX_VALUE;
        }
    }

    /** @param examples how many of the items that move are named */
    public Comparison(Rooms rooms, int examples) {
        this.rooms = rooms;
        this.stored = rooms.stored();
        this.examples = examples;
    }

    /** Compares, by rules alone. */
    public Result run(RetentionSchedule before, RetentionSchedule after, Classify.Progress progress) {
        Classifier one = rooms.retention().evaluations().classifier(before);
        Classifier other = rooms.retention().evaluations().classifier(after);
        long total = new Registers(rooms.catalogue().reader()).count();
        Sum sum = new Sum();
        List<RegisteredItem> page = rooms.items().changesAfter(0, PAGE);
        while (!page.isEmpty()) {
            compare(page, one, other).forEach(sum::add);
            progress.advanced(sum.items, total);
            page = rooms.items().changesAfter(page.getLast().revision(), PAGE);
        }
        return sum.result();
    }

    private List<Pair> compare(List<RegisteredItem> page, Classifier before, Classifier after) {
        Map<ItemId, List<Collection>> collections = rooms.items()
                .collections(page.stream().map(row -> row.item().id()).toList());
        Function<RegisteredItem, Pair> pair = row -> {
            ItemDocument document = new ItemDocument(
                    stored.readWhatIsThere(row),
                    collections.getOrDefault(row.item().id(), List.of()));
            return new Pair(row, before.classify(document), after.classify(document));
        };
        return page.parallelStream().map(pair).toList();
    }

    /** Counts pairs. */
    private final class Sum {
        private final Map<Place, Map<Place, Long>> moves = new TreeMap<>();
        private final List<Example> first = new ArrayList<>();
        private long items;
        private long moved;
        private long earlier;
        private long later;

        void add(Pair pair) {
            items++;
            earlier += pair.change() < 0 ? 1 : 0;
            later += pair.change() > 0 ? 1 : 0;
            if (pair.moves()) {
                move(pair, Place.of(pair.before()), Place.of(pair.after()));
            }
        }

        private void move(Pair pair, Place from, Place to) {
            moved++;
            moves.computeIfAbsent(from, any -> new TreeMap<>()).merge(to, 1L, Long::sum);
            if (first.size() < examples) {
                first.add(new Example(
                        pair.item().item().id().value(),
                        pair.item().item().subject(),
                        from,
                        to,
                        pair.after().reason()));
            }
        }

        Result result() {
            List<Move> sorted = moves.entrySet().stream()
                    .flatMap(from -> from.getValue().entrySet().stream()
                            .map(to -> new Move(from.getKey(), to.getKey(), to.getValue())))
                    .sorted(Comparator.comparingLong(Move::items).reversed())
                    .toList();
            return new Result(items, moved, earlier, later, sorted, first);
        }
    }
}

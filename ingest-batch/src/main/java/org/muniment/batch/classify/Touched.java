package org.muniment.batch.classify;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muniment.archive.index.SearchIndex;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.schedule.Change;
import org.muniment.archive.schedule.Evaluations.Behind;
import org.muniment.archive.schedule.FooterRegister;
import org.muniment.archive.schedule.RecordedEvent;
import org.muniment.archive.schedule.Retention;
import org.muniment.archive.schedule.SchoolYear;

/** Tells which items the changes they do not know of yet can touch. The index, asked for words, has to be up to date. */
final class Touched {
    /** Items that are asked for once and kept; of what touches more, each page asks for its own. */
    private static final int FEW = 10_000;

    private static final ItemQuery NOTHING = new ItemQuery.Not(new ItemQuery.All());

    private final SearchIndex index;
    private final List<Change> changes;
    private final Map<String, RecordedEvent> events;
    private final FooterRegister footers;
    private final Map<Change, Set<ItemId>> few = new HashMap<>();

    Touched(Retention retention, SearchIndex index) {
        this.index = index;
        this.changes = retention.evaluations().changesAfter(0);
        this.events =
                retention.events().all().stream().collect(Collectors.toMap(RecordedEvent::id, Function.identity()));
        this.footers = retention.footers();
    }

    /** Those items of a page that have to be read again; the others are as they were. */
    Set<ItemId> of(List<Behind> page) {
        Set<ItemId> touched = new HashSet<>();
        for (Behind one : page) {
            if (one.evaluation() == 0 || after(one.evaluation()).stream().anyMatch(change -> touches(change, one))) {
                touched.add(one.item());
            }
        }
        long oldest = page.stream().mapToLong(Behind::evaluation).min().orElse(0);
        for (Change change : after(oldest)) {
            List<ItemId> unaware = page.stream()
                    .filter(one -> one.evaluation() < change.number() && !touched.contains(one.item()))
                    .map(Behind::item)
                    .toList();
            touched.addAll(matching(change, unaware));
        }
        return touched;
    }

    /** Numbers have no gaps. */
    private List<Change> after(long evaluation) {
        return changes.subList((int) Math.min(evaluation, changes.size()), changes.size());
    }

    /** By what the row alone tells. */
    private boolean touches(Change change, Behind one) {
        return switch (change.kind()) {
            case SCHEDULE -> true;
            case REVIEW -> one.pending() && isOf(SchoolYear.parse(change.subject()), one);
            case EVENT -> about(change) instanceof RecordedEvent.About.Year audited && isOf(audited.year(), one);
            case FOOTERS -> false;
        };
    }

    private static boolean isOf(SchoolYear year, Behind one) {
        return one.origin() != null && SchoolYear.of(one.origin()).equals(year);
    }

    private RecordedEvent.About about(Change change) {
        RecordedEvent event = events.get(change.subject());
        if (event == null) {
            throw new IllegalStateException("The catalogue has no event " + change.subject());
        }
        return event.about();
    }

    /** By words, which the index has. */
    private Set<ItemId> matching(Change change, List<ItemId> items) {
        if (items.isEmpty()) {
            return Set.of();
        }
        Set<ItemId> all = few.computeIfAbsent(change, asked -> matching(words(asked), FEW + 1));
        if (all.size() > FEW) {
            return matching(new ItemQuery.And(List.of(words(change), anyOf(ids(items)))), items.size());
        }
        return items.stream().filter(all::contains).collect(Collectors.toSet());
    }

    private Set<ItemId> matching(ItemQuery query, int limit) {
        return Set.copyOf(index.matching(query, null, limit));
    }

    /** What an item says that a change can touch by its words. */
    private ItemQuery words(Change change) {
        return switch (change.kind()) {
            case SCHEDULE, REVIEW -> NOTHING;
            case EVENT ->
                about(change) instanceof RecordedEvent.About.Matching matching
                        ? matching.query().relaxed()
                        : NOTHING;
            case FOOTERS ->
                anyOf(footers.knownSince(change.number()).stream()
                        .map(FooterWords::query)
                        .toList());
        };
    }

    private static List<ItemQuery> ids(Collection<ItemId> items) {
        return items.stream()
                .<ItemQuery>map(item -> new ItemQuery.Is(Field.ID, item.value()))
                .toList();
    }

    private static ItemQuery anyOf(List<ItemQuery> queries) {
        return switch (queries.size()) {
            case 0 -> NOTHING;
            case 1 -> queries.getFirst();
            default -> new ItemQuery.Or(queries);
        };
    }
}

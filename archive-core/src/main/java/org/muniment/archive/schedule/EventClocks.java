package org.muniment.archive.schedule;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.index.StandingQueries;
import org.muniment.archive.query.ItemQuery;

/**
 * The recorded events, asked for those about one item. An event counts only for what surely matches its query, since it starts a
 * clock at whose end something is destroyed. Safe for many threads.
 */
final class EventClocks {
    private final Map<SchoolYear, LocalDate> audits = new HashMap<>();
    private final Map<EventKind, StandingQueries<RecordedEvent>> matching = new EnumMap<>(EventKind.class);

    EventClocks(List<RecordedEvent> events) {
        Map<EventKind, Map<RecordedEvent, ItemQuery>> queries = new EnumMap<>(EventKind.class);
        for (RecordedEvent event : events) {
            switch (event.about()) {
                case RecordedEvent.About.Year about -> audits.merge(about.year(), event.on(), EventClocks::later);
                case RecordedEvent.About.Matching about ->
                    queries.computeIfAbsent(event.kind(), any -> new LinkedHashMap<>())
                            .put(event, about.query().certain());
            }
        }
        queries.forEach((kind, standing) -> matching.put(kind, new StandingQueries<>(standing)));
    }

    /** The clocks of an item, as far as these kinds of events go. The whole item is asked, not only its own words. */
    Clocks of(ItemDocument document, @Nullable LocalDate origin, Set<EventKind> kinds) {
        Map<EventKind, LocalDate> last = new EnumMap<>(EventKind.class);
        Map<EventKind, LocalDate> first = new EnumMap<>(EventKind.class);
        for (EventKind kind : kinds) {
            StandingQueries<RecordedEvent> queries = matching.get(kind);
            if (queries != null) {
                queries.matching(document).forEach(event -> {
                    last.merge(kind, event.on(), EventClocks::later);
                    first.merge(kind, event.on(), EventClocks::earlier);
                });
            }
        }
        return new Clocks(origin, audits, last, first);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}

package org.muniment.archive.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.index.StandingMatches;
import org.muniment.archive.index.StandingQueries;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.Parsed;
import org.muniment.archive.query.ItemQuery;

/**
 * Holds items against the rules of a schedule. Rules see an item's own words (see {@link OwnWords}), its subject, and the names and
 * text of its attachments, so that an attachment lifts the message it came with. Of several series that match, Class 1 goes
 * first, then what is continuing, then the longest period, then the one that stands first in the schedule. Not a record is
 * only what matches nothing else, has nothing attached and was read in full. What no rule surely matches falls into the series
 * of the unmatched; so does what could not be read.
 *
 * <p>A Class 1 series with an exit gives Class 3 as soon as the event is recorded that the exit counts from; its eligible day
 * is then never before the exit. Immutable, safe for many threads; made once for schedule, events and footers.
 */
public final class Classifier {
    private static final Instant FIRST = Instant.parse("1971-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final RetentionSchedule schedule;
    private final Footers.Known footers;
    private final ZoneId zone;
    private final EventClocks events;
    private final Map<SeriesId, Set<EventKind>> kinds;
    private final Map<SeriesId, RecordSeries> series;
    private final RecordSeries unmatched;
    private final StandingQueries<SeriesId> rules;

    /**
     * @param schedule the rules
     * @param events all that are recorded
     * @param footers words that do not count
     * @param zone the agency's, in which days are counted
     */
    public Classifier(RetentionSchedule schedule, List<RecordedEvent> events, Footers.Known footers, ZoneId zone) {
        this.schedule = schedule;
        this.footers = footers;
        this.zone = zone;
        this.events = new EventClocks(events);
        this.kinds = new LinkedHashMap<>();
        this.series = new LinkedHashMap<>();
        var queries = new LinkedHashMap<SeriesId, ItemQuery>();
        for (RecordSeries one : schedule.series()) {
            ItemQuery query = one.query();
            kinds.put(one.id(), Claim.events(one));
            series.put(one.id(), one);
            if (query != null) {
                queries.put(one.id(), query.certain());
            }
        }
        this.unmatched = schedule.series(schedule.unmatched());
        this.rules = new StandingQueries<>(queries);
    }

    private Classifier(Classifier rules, Footers.Known footers) {
        this.schedule = rules.schedule;
        this.footers = footers;
        this.zone = rules.zone;
        this.events = rules.events;
        this.kinds = rules.kinds;
        this.series = rules.series;
        this.unmatched = rules.unmatched;
        this.rules = rules.rules;
    }

    /** The same rules where other footers are known. */
    Classifier with(Footers.Known others) {
        return new Classifier(this, others);
    }

    /** What the item is, and why. */
    public Classification classify(ItemDocument document) {
        return weigh(document).classification();
    }

    /** What the item is, with every other series that matched and why it lost. */
    public Verdict explain(ItemDocument document) {
        return weigh(document).verdict();
    }

    private Weighing weigh(ItemDocument document) {
        Item item = document.reading().item();
        StandingMatches<SeriesId> matches = rules.matches(own(document));
        if (item.coverage().extent() == Coverage.Extent.NOT) {
            return unmatched(document, List.of(), matches, "it could not be read");
        }
        if (matches.names().isEmpty()) {
            return unmatched(document, List.of(), matches, "no rule matched its own words");
        }
        Clocks clocks = clocks(document, matches.names());
        List<Claim> claims = claims(matches.names(), clocks);
        String bar = claims.getFirst().isRecord() ? "" : bar(item);
        return bar.isEmpty()
                ? new Weighing(claims.getFirst(), claims.subList(1, claims.size()), matches, clocks, "")
                : unmatched(document, claims, matches, bar);
    }

    private Weighing unmatched(
            ItemDocument document, List<Claim> losers, StandingMatches<SeriesId> matches, String bar) {
        Clocks clocks = clocks(document, Set.of(unmatched.id()));
        return new Weighing(Claim.of(unmatched, clocks), losers, matches, clocks, bar);
    }

    /** The matches come in the order of the schedule. */
    private List<Claim> claims(Set<SeriesId> names, Clocks clocks) {
        return names.stream()
                .map(series::get)
                .filter(Objects::nonNull)
                .map(one -> Claim.of(one, clocks))
                .sorted(Claim.PRECEDENCE)
                .toList();
    }

    private Clocks clocks(ItemDocument document, Set<SeriesId> names) {
        Set<EventKind> needed = EnumSet.noneOf(EventKind.class);
        names.forEach(name -> needed.addAll(kinds.getOrDefault(name, Set.of())));
        return events.of(document, origin(document.reading().item()), needed);
    }

    /** A time before there was mail, or after four digits of years, is what a broken clock told: unknown. */
    private @Nullable LocalDate origin(Item item) {
        Instant received = item.dates().received();
        return received == null || received.isBefore(FIRST) || received.isAfter(LAST)
                ? null
                : LocalDate.ofInstant(received, zone);
    }

    /** Why an item that matches only what is no record is not that; empty when it is. */
    private static String bar(Item item) {
        if (item.attachments().stream().anyMatch(file -> !file.inline())) {
            return "something is attached";
        }
        return item.coverage().extent() == Coverage.Extent.FULLY ? "" : "not all of it could be read";
    }

    private ItemDocument own(ItemDocument document) {
        Item item = document.reading().item();
        ItemText text = document.reading().text();
        String words = OwnWords.of(item, text.body(), footers);
        return new ItemDocument(new Parsed(item, text.withBody(words)), document.collections());
    }
}

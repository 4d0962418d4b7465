package org.muniment.archive.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;

/**
 * All that items are held against at one moment: the schedule in force, the events, the known footers, what was agreed on
 * and what was declared. Safe for many threads.
 */
public final class Evaluation {
    private final long number;
    private final Adopted adopted;
    private final List<RecordedEvent> events;
    private final Classifier classifier;
    private final EventClocks clocks;
    private final Map<SchoolYear, Reviews.Agreement> agreements;
    private final DeclarationRows declarations;
    private final boolean looksAtCollections;

    Evaluation(
            long number,
            Adopted adopted,
            List<RecordedEvent> events,
            Classifier classifier,
            Map<SchoolYear, Reviews.Agreement> agreements,
            DeclarationRows declarations) {
        this.number = number;
        this.adopted = adopted;
        this.events = List.copyOf(events);
        this.classifier = classifier;
        this.clocks = new EventClocks(events);
        this.agreements = Map.copyOf(agreements);
        this.declarations = declarations;
        this.looksAtCollections = queries(adopted.schedule(), events).anyMatch(Evaluation::looksAtCollections);
    }

    /** Grows with each change. */
    public long number() {
        return number;
    }

    /** The schedule in force. */
    public Adopted adopted() {
        return adopted;
    }

    /** Whether another one differs by footers and agreements at most. */
    boolean hasRules(long version, List<RecordedEvent> recorded) {
        return adopted.version() == version && events.equals(recorded);
    }

    /** The rules alone. */
    public Classifier classifier() {
        return classifier;
    }

    /** Whether it matters in whose mailboxes and folders an item lies, so that taking it in again can change what it is. */
    public boolean looksAtCollections() {
        return looksAtCollections;
    }

    private static boolean looksAtCollections(ItemQuery query) {
        return query.leaves().stream()
                .map(ItemQuery.Leaf::field)
                .anyMatch(field -> field == Field.CUSTODIAN || field == Field.FOLDER);
    }

    private static Stream<ItemQuery> queries(RetentionSchedule schedule, List<RecordedEvent> events) {
        return Stream.concat(
                schedule.series().stream().map(RecordSeries::query).flatMap(Stream::ofNullable),
                events.stream()
                        .map(RecordedEvent::about)
                        .filter(RecordedEvent.About.Matching.class::isInstance)
                        .map(about -> ((RecordedEvent.About.Matching) about).query()));
    }

    /** What an item is, with all that was declared about it so far. */
    public Classification classify(ItemDocument document) {
        return classify(document, declarations.about(document.reading().item().id()));
    }

    /** What an item is that is just being registered: nobody can have declared anything about it. */
    public Classification classifyNew(ItemDocument document) {
        return classify(document, List.of());
    }

    Classification classify(ItemDocument document, List<Declaration> declared) {
        Classification ruled = agreed(classifier.classify(document));
        return Declaration.counting(ruled.recordClass(), declared)
                .map(one -> new Declared(adopted.schedule(), one).of(ruled, document, clocks))
                .orElse(ruled);
    }

    /**
     * What the eligible day of an item is counted from.
     *
     * @param now what {@link #classify(ItemDocument)} gives for it
     * @return empty when the schedule in force does not have its series
     */
    public Optional<Counting> counting(ItemDocument document, Classification now) {
        return adopted.schedule()
                .find(now.series())
                .map(series -> Counting.of(series, now, clocks.of(document, now.origin(), Claim.events(series))));
    }

    /** What is pending in a year on which superintendent and board agreed is Class 2, 5 CCR 16024. */
    private Classification agreed(Classification ruled) {
        LocalDate origin = ruled.origin();
        if (ruled.basis() != Classification.Basis.UNMATCHED || origin == null) {
            return ruled;
        }
        Reviews.@Nullable Agreement agreement = agreements.get(SchoolYear.of(origin));
        return agreement == null ? ruled : agreed(ruled, agreement);
    }

    private static Classification agreed(Classification ruled, Reviews.Agreement agreement) {
        return new Classification(
                RecordClass.OPTIONAL,
                ruled.series(),
                Classification.Basis.AGREED,
                "pending; on " + agreement.agreed() + " " + agreement.superintendent() + " and the board ("
                        + agreement.boardAction() + ") agreed on Class 2 for what is pending of " + agreement.year()
                        + ", until " + agreement.lapses(),
                "5 CCR 16024",
                ruled.origin(),
                new Eligibility.Never("until a person reclassifies it as Class 3"),
                ruled.atMost());
    }

    /** Whether a declaration about this item counts, and which. */
    public Optional<Declaration> declaration(ItemId item, RecordClass ruled) {
        return Declaration.counting(ruled, declarations.about(item));
    }
}

package org.muniment.archive.schedule;

import java.util.Optional;
import org.muniment.archive.index.ItemDocument;

/** What a declaration makes of an item under a schedule. */
record Declared(RetentionSchedule schedule, Declaration declaration) {
    Classification of(Classification ruled, ItemDocument document, EventClocks events) {
        Optional<RecordSeries> series = schedule.find(declaration.series());
        return new Classification(
                declaration.recordClass(),
                declaration.series(),
                Classification.Basis.DECLARED,
                reason(),
                series.map(RecordSeries::authority).orElse("5 CCR 16022"),
                ruled.origin(),
                series.map(one -> eligibility(one, events.of(document, ruled.origin(), Claim.events(one))))
                        .orElse(new Eligibility.Never("until it is declared again: the schedule has no series "
                                + declaration.series() + " any more")),
                ruled.atMost());
    }

    private String reason() {
        String confirmed = declaration.second() == null ? "not confirmed yet" : "confirmed by " + declaration.second();
        return "declared by " + declaration.by() + ", " + confirmed + ": " + declaration.reason();
    }

    private Eligibility eligibility(RecordSeries series, Clocks clocks) {
        return Counting.binding(series, Classification.Basis.DECLARED, declaration.recordClass())
                .eligible(clocks);
    }
}

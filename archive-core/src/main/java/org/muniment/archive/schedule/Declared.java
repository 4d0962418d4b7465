package org.muniment.archive.schedule;

import java.util.Optional;
import org.muniment.archive.index.ItemDocument;

/** What a declaration makes of an item under a schedule. */
record Declared(RetentionSchedule schedule, Declaration declaration) {
    private static final Eligibility RECLASSIFIED = new RetentionPeriod.UntilReclassified().eligible(Clocks.of(null));

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

    /** A person may protect more than the series does, never less. */
    private Eligibility eligibility(RecordSeries series, Clocks clocks) {
        if (declaration.recordClass() == RecordClass.PERMANENT) {
            return new RetentionPeriod.Permanent().eligible(clocks);
        }
        return declaration.recordClass() == series.recordClass() ? series.keep().eligible(clocks) : RECLASSIFIED;
    }
}

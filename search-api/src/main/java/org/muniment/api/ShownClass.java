package org.muniment.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.api.schedule.Sentences;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.RecordSeries;

/** What an item is, as commands show it. Days are of the agency's zone, in ISO 8601. */
public record ShownClass(
        int recordClass,
        String series,
        String basis,
        String reason,
        String authority,
        boolean verified,
        @Nullable String origin,
        @Nullable String eligibleDay,
        String eligible,
        @Nullable String atMost) {
    /** @param verified whether the text of its authority was read when the schedule was written */
    static ShownClass of(Classification one, boolean verified) {
        return new ShownClass(
                one.recordClass().number(),
                one.series().value(),
                one.basis().name().toLowerCase(Locale.ROOT),
                one.reason(),
                one.authority(),
                verified,
                one.origin() == null ? null : one.origin().toString(),
                Sentences.day(one.eligibility()),
                Sentences.eligible(one.eligibility()),
                one.atMost() == null ? null : one.atMost().toString());
    }

    /** What it is, and by what. */
    String words() {
        return "Class " + recordClass + ", series " + series + " (" + authority
                + (verified ? "" : "; " + RecordSeries.NOT_VERIFIED) + ")";
    }
}

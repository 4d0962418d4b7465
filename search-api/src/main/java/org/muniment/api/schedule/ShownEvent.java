package org.muniment.api.schedule;

import org.jspecify.annotations.Nullable;
import org.muniment.archive.schedule.RecordedEvent;

/** An event as commands show it. */
record ShownEvent(
        String id,
        String kind,
        String words,
        String on,
        @Nullable String schoolYear,
        @Nullable String query,
        String by,
        String recorded) {
    static ShownEvent of(RecordedEvent one) {
        return new ShownEvent(
                one.id(),
                one.kind().key(),
                one.kind().words(),
                one.on().toString(),
                one.about() instanceof RecordedEvent.About.Year year
                        ? year.year().toString()
                        : null,
                one.about() instanceof RecordedEvent.About.Matching matching
                        ? matching.query().toString()
                        : null,
                one.by().name(),
                one.recorded().toString());
    }

    String sentence() {
        return id + " " + on + " " + words + "; about " + (query == null ? "school year " + schoolYear : query)
                + "; recorded by " + by;
    }
}

package org.muniment.archive.schedule;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days that an item's retention is counted from. All are days in the agency's zone.
 *
 * @param origin the day it was received; null when unknown
 * @param audits the day on which the audit of a school year was completed; of several the latest
 * @param events the days of events about this item; of several of a kind the latest
 * @param first of several events of a kind the earliest, for what must be gone by a day
 */
public record Clocks(
        @Nullable LocalDate origin,
        Map<SchoolYear, LocalDate> audits,
        Map<EventKind, LocalDate> events,
        Map<EventKind, LocalDate> first) {
    public Clocks {
        audits = Map.copyOf(audits);
        events = Map.copyOf(events);
        first = Map.copyOf(first);
    }

    /** Where no kind of event happened more than once. */
    public Clocks(@Nullable LocalDate origin, Map<SchoolYear, LocalDate> audits, Map<EventKind, LocalDate> events) {
        this(origin, audits, events, events);
    }

    /** Only the day of receipt is known. */
    public static Clocks of(@Nullable LocalDate origin) {
        return new Clocks(origin, Map.of(), Map.of());
    }

    /** The same events, but counted from another day. */
    Clocks from(LocalDate other) {
        return new Clocks(other, audits, events, first);
    }

    /**
     * The clocks of a statutory maximum: of several events of a kind the earliest counts. Ed. Code 49073.6 wants what was
     * gathered about a pupil gone within one year after that pupil turns 18 or leaves, whichever is first; a message about two
     * pupils is late as soon as it is late for one of them.
     */
    Clocks earliest() {
        return new Clocks(origin, audits, first, first);
    }

    /** The day of an event of that kind about this item; for an audit that of the school year of its origin. */
    Optional<LocalDate> day(EventKind kind) {
        return kind == EventKind.AUDIT_COMPLETED ? audit() : Optional.ofNullable(events.get(kind));
    }

    /** A day on which the school year was not yet over is an error of whoever recorded it, and no audit of it. */
    private Optional<LocalDate> audit() {
        if (origin == null) {
            return Optional.empty();
        }
        var year = SchoolYear.of(origin);
        return Optional.ofNullable(audits.get(year)).filter(day -> day.isAfter(year.last()));
    }
}

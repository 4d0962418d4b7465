package org.muniment.archive.schedule;

import java.time.Instant;
import java.time.LocalDate;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQuery;

/**
 * An event that a person recorded.
 *
 * @param id {@code E} and a number
 * @param kind what happened
 * @param on the day it happened
 * @param about which items it is about
 * @param by who recorded it
 * @param recorded when
 */
public record RecordedEvent(String id, EventKind kind, LocalDate on, About about, Officer by, Instant recorded) {
    /** Which items an event is about. */
    public sealed interface About {
        /** Items that originate in a school year. */
        record Year(SchoolYear year) implements About {}

        /** Items that match a query: a person, a contract, a claim. */
        record Matching(ItemQuery query) implements About {}
    }

    public RecordedEvent {
        if ((kind == EventKind.AUDIT_COMPLETED) != (about instanceof About.Year)) {
            throw new IllegalArgumentException(
                    "A completed audit is of a school year; every other event is about the items a query matches");
        }
    }
}

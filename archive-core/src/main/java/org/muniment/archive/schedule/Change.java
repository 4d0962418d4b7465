package org.muniment.archive.schedule;

/**
 * A change of what items are held against: those it can touch must be classified again.
 *
 * @param number its evaluation number: items classified at a lower one do not know of it yet
 * @param kind what changed
 * @param subject which one: see {@link Kind}
 */
public record Change(long number, Kind kind, String subject) {
    /** What changed, and what the subject is then. */
    public enum Kind {
        /** Another schedule version is in force; its version. Touches every item. */
        SCHEDULE,
        /** An event was recorded; its id. Touches the items it is about. */
        EVENT,
        /** A review was agreed on, or an agreement lapsed; its school year. Touches what is pending of that year. */
        REVIEW,
        /** Footers became known; how many. Touches the items that hold one of them. */
        FOOTERS
    }
}

package org.muniment.archive.item;

import java.util.List;
import java.util.stream.Stream;

/**
 * What {@link Items#record} did.
 *
 * @param outcomes one for each arrival, in their order
 * @param before the catalogue's revision before; no other writer has one between this and {@code revision}
 * @param revision the catalogue's revision now
 */
public record Recorded(List<Outcome> outcomes, long before, long revision) {
    /** What became of one arrival. */
    public enum Outcome {
        /** A new item with its first collection. */
        STORED,
        /** The bytes were known; taken again from another place, which is noted. */
        COLLECTED_AGAIN,
        /** The bytes were known from this very place: nothing was written. */
        KNOWN
    }

    public Recorded {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * With what was recorded right after it, in the same transaction.
     *
     * @throws IllegalArgumentException when something was recorded in between
     */
    public Recorded and(Recorded next) {
        if (next.before != revision) {
            throw new IllegalArgumentException("After revision " + revision + " comes no " + next.before);
        }
        return new Recorded(
                Stream.concat(outcomes.stream(), next.outcomes.stream()).toList(), before, next.revision);
    }
}

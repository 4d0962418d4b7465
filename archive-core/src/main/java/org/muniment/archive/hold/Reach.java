package org.muniment.archive.hold;

import java.util.Set;

/** What an item's row alone tells of the holds upon it, without reading its object. */
public sealed interface Reach {
    /** It is held, at least by these; holds on words may be further ones. */
    record Held(Set<HoldId> holds) implements Reach {
        public Held {
            holds = Set.copyOf(holds);
        }
    }

    /** No hold covers it, whatever its words are. */
    record Free() implements Reach {}

    /** It depends on its words, or on what else a row does not tell: the object must be read. */
    record NeedsWords() implements Reach {}
}

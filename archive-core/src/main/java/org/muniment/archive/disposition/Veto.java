package org.muniment.archive.disposition;

import java.util.Optional;

/** A reason to keep an item. Asked when a plan is made and again when it is carried out, of the immutable object and its row. */
interface Veto {
    /** The same for every item it keeps, so that they can be counted. */
    String name();

    /** Why the item is kept, in a sentence for people; empty when this is no reason to keep it. */
    Optional<String> against(Case item);
}

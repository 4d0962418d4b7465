package org.muniment.archive.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;

/**
 * Something to be removed beyond recovery when the item is handed out, or proposed to be.
 *
 * @param id its name
 * @param what where it is and on which ground
 * @param state where it stands
 * @param by who decided last; null while nobody did
 * @param at when it came into its state
 */
public record Redaction(
        RedactionId id,
        Suggestion what,
        State state,
        @Nullable Officer by,
        Instant at) {
    /** Where a redaction stands. */
    public enum State {
        /** Waits for a person; nothing of the item is handed out before. */
        SUGGESTED("suggested"),
        /** A person wants it: it counts. */
        APPLIED("applied"),
        /** A person does not want it, or lifted it. */
        REFUSED("refused");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** As people name it. */
        public String words() {
            return words;
        }
    }

    /** The same redaction after a step. */
    Redaction after(Exemption exemption, State next, @Nullable Officer officer, Instant when) {
        return new Redaction(id, what.on(exemption), next, officer, when);
    }

    public ReviewSet set() {
        return what.set();
    }

    public ItemId item() {
        return what.item();
    }

    public Part part() {
        return what.part();
    }

    public Place place() {
        return what.place();
    }

    public Exemption exemption() {
        return what.exemption();
    }
}

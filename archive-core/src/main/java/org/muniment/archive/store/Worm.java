package org.muniment.archive.store;

import java.util.List;

/**
 * Whether a store is "write once, read many": whether it refuses, whoever asks, to delete or to overwrite what is locked.
 * Found out by trying, never by believing; see {@link StoreProbe}.
 */
public sealed interface Worm {
    /** Every forbidden deed that was tried was refused. */
    record Enforced() implements Worm {
        @Override
        public String toString() {
            return "WORM: the store refuses to delete what is locked";
        }
    }

    /**
     * The store does not protect what is locked.
     *
     * @param reasons what it did instead, in words; at least one
     */
    record NotWorm(List<String> reasons) implements Worm {
        public NotWorm {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("Say why it is not WORM");
            }
        }

        @Override
        public String toString() {
            return "not WORM: " + String.join("; ", reasons);
        }
    }
}

package org.muniment.archive.ledger;

import java.util.random.RandomGenerator;

/** How much of the ledger a check looks at. */
public sealed interface Sample {
    /** Every entry, and every hash over them is computed anew. */
    record Everything() implements Sample {}

    /**
     * A quick look: some entries, each proven by the stored hashes over it.
     *
     * @param entries how many, at most as many as there are
     * @param random picks them; one that nobody can foresee unless the check is to be repeated
     */
    record Some(int entries, RandomGenerator random) implements Sample {}
}

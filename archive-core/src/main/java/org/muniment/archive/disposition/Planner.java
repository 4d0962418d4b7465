package org.muniment.archive.disposition;

/** Makes plans: finds what is due, asks every veto, freezes the rest. */
public final class Planner {
    /**
     * Makes a plan. Runs its own transactions, small ones, so that others can write meanwhile; what an interrupted call left
     * is removed by the next.
     *
     * @throws DispositionRefused when no schedule is in force, or it was not adopted by two persons
     */
    public Planned propose(PlanRequest request) {
        throw new UnsupportedOperationException();
    }
}

package org.muniment.archive.disposition;

/** What {@link Destruction#destroy} did: a batch, or nothing because the breaker is open. */
public sealed interface Step permits Batch, Step.Stopped {
    /** Nothing was destroyed. An officer may let the run go on, once: {@link Trips#override}. */
    record Stopped(Trip trip) implements Step {}
}

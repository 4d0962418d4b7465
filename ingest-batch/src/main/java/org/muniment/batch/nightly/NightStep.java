package org.muniment.batch.nightly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;

/** A part of a night's work. It keeps its own state: run again after an interruption, it goes on. */
interface NightStep {
    /** As people read it. */
    String name();

    /** Whether it removes or destroys: then it is not begun once an earlier step failed or was stopped. */
    boolean removes();

    /** Does the work, or a part of it when told to stop meanwhile. */
    Result run(Tonight tonight);

    /**
     * Which night it is.
     *
     * @param night the day it belongs to
     * @param began when it began
     * @param stop asked between portions: whether to end early
     */
    record Tonight(LocalDate night, Instant began, BooleanSupplier stop) {}

    /**
     * What came of a step.
     *
     * @param outcome what became of it
     * @param words one sentence
     * @param findings its share of the page
     */
    record Result(NightReport.Outcome outcome, String words, Findings findings) {
        static Result done(String words) {
            return new Result(NightReport.Outcome.DONE, words, Findings.NONE);
        }
    }
}

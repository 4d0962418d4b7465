package org.muniment.archive.disposition;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.RecordSeries;

/**
 * One item and all that speaks for or against its destruction.
 *
 * @param item as the catalogue has it
 * @param classification what it is: from its row when a plan is made, from its object when it is carried out
 * @param holds that cover it
 * @param surroundings what else is known around it
 * @param terms what holds for the whole plan
 * @param besides holds on other items of the containers it came out of, in words
 * @param line as it was frozen; null while the plan is made
 */
record Case(
        RegisteredItem item,
        Classification classification,
        List<LegalHold> holds,
        Surroundings surroundings,
        Terms terms,
        List<String> besides,
        @Nullable PlanLine line) {
    /**
     * What else is known around an item.
     *
     * @param inRecordThread whether another item of its thread is a record, or is not classified
     * @param awaitsConfirmation whether somebody declared what it is and nobody confirmed it
     * @param takenOff whether an officer once restored it or took it off a list
     */
    record Surroundings(boolean inRecordThread, boolean awaitsConfirmation, boolean takenOff) {}

    /** Its series in the schedule in force, if that has it. */
    Optional<RecordSeries> series() {
        return terms.schedule().find(classification.series());
    }

    /** A person said what it is, and another one confirmed it where that protects less. */
    boolean declared() {
        return classification.basis() == Classification.Basis.DECLARED;
    }
}

package org.muniment.archive.disposition;

import java.time.LocalDate;
import org.muniment.archive.schedule.Adopted;
import org.muniment.archive.schedule.Evaluation;

/** The schedule by which something may be destroyed. */
final class Schedule {
    private Schedule() {}

    /** The one in force on a day; nothing is destroyed by one that two officers did not adopt. */
    static Adopted adopted(Premises premises, LocalDate day) {
        Adopted adopted = premises.retention()
                .evaluations()
                .find(day)
                .map(Evaluation::adopted)
                .orElseThrow(() -> new DispositionRefused(
                        "No retention schedule is in force on " + day + ". Adopt one: muniment schedule adopt FILE"));
        requireTwoOfficers(adopted);
        return adopted;
    }

    static void requireTwoOfficers(Adopted adopted) {
        if (!adopted.isAdoptedByOfficers()) {
            throw new DispositionRefused("The schedule " + adopted.schedule().name()
                    + " classifies, but was not adopted by two officers: nothing is destroyed by it."
                    + " Adopt one: muniment schedule adopt FILE");
        }
    }
}

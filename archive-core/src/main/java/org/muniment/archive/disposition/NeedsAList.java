package org.muniment.archive.disposition;

import java.util.Optional;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.RecordSeries;

/** Unattended plans take transitory series of Class 3 only: Class 2 is reclassified by whoever approves a list of it. */
final class NeedsAList implements Veto {
    @Override
    public String name() {
        return "needs an approved list";
    }

    @Override
    public Optional<String> against(Case item) {
        if (!item.terms().unattended()) {
            return Optional.empty();
        }
        if (item.classification().recordClass() != RecordClass.DISPOSABLE) {
            return Optional.of("It is " + item.classification().recordClass().title()
                    + ": only the approval of a list reclassifies it as Class 3 (5 CCR 16024).");
        }
        return item.series().filter(RecordSeries::transitory).isPresent()
                ? Optional.empty()
                : Optional.of("Series " + item.classification().series()
                        + " is not transitory: its list needs the approval of a second person and the board's action.");
    }
}

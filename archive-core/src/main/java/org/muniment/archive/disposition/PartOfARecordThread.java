package org.muniment.archive.disposition;

import java.util.Optional;
import org.muniment.archive.schedule.Standing;

/** What is no record by itself, but was said among records, is kept with them. */
final class PartOfARecordThread implements Veto {
    @Override
    public String name() {
        return "part of a record thread";
    }

    @Override
    public Optional<String> against(Case item) {
        boolean noRecord = item.series()
                .filter(series -> series.standing() == Standing.NOT_A_RECORD)
                .isPresent();
        return noRecord && item.surroundings().inRecordThread()
                ? Optional.of("It is not a record by itself, but other items of its thread are.")
                : Optional.empty();
    }
}

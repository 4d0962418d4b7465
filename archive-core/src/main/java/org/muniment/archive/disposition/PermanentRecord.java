package org.muniment.archive.disposition;

import java.util.Optional;
import org.muniment.archive.schedule.RecordClass;

/** Class 1 is kept indefinitely (5 CCR 16023). */
final class PermanentRecord implements Veto {
    @Override
    public String name() {
        return "class 1";
    }

    @Override
    public Optional<String> against(Case item) {
        return item.classification().recordClass() == RecordClass.PERMANENT
                ? Optional.of("It is Class 1 Permanent, kept indefinitely ("
                        + item.classification().authority() + ").")
                : Optional.empty();
    }
}

package org.muniment.archive.disposition;

import java.util.Optional;
import org.muniment.archive.schedule.Classification;

/** What was frozen is not what the item is now: another class, series, citation or object. */
final class OtherThanListed implements Veto {
    @Override
    public String name() {
        return "classification changed";
    }

    @Override
    public Optional<String> against(Case item) {
        PlanLine line = item.line();
        if (line == null) {
            return Optional.empty();
        }
        Classification now = item.classification();
        boolean same = line.series().equals(now.series())
                && line.recordClass() == now.recordClass()
                && line.authority().equals(now.authority());
        if (!same) {
            return Optional.of("When it was listed it was " + line.series() + ", "
                    + line.recordClass().title() + " ("
                    + line.authority() + "); now it is " + now.series() + ", "
                    + now.recordClass().title() + " ("
                    + now.authority() + ").");
        }
        boolean sameObject = line.object().equals(item.item().item().digest())
                && line.size() == item.item().item().size();
        return sameObject
                ? Optional.empty()
                : Optional.of("Its row names another object than the one that was listed.");
    }
}

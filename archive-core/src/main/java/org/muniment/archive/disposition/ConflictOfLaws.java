package org.muniment.archive.disposition;

import java.time.LocalDate;
import java.util.Optional;
import org.muniment.archive.schedule.Eligibility;

/** One law wants it destroyed by a day on which another one still kept it: a person decides by declaring its class. */
final class ConflictOfLaws implements Veto {
    @Override
    public String name() {
        return "statutory conflict";
    }

    @Override
    public Optional<String> against(Case item) {
        LocalDate atMost = item.classification().atMost();
        boolean conflict = atMost != null
                && !item.declared()
                && item.classification().eligibility() instanceof Eligibility.On on
                && on.day().isAfter(atMost);
        return conflict
                ? Optional.of("One law wants it destroyed by " + atMost + ", another one kept it longer ("
                        + item.classification().authority() + "). A declaration of its class settles that.")
                : Optional.empty();
    }
}

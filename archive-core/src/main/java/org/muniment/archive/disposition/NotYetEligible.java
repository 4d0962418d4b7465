package org.muniment.archive.disposition;

import java.util.Optional;
import org.muniment.archive.schedule.Eligibility;

/** Its period is not over, or waits for something, or never ends. */
final class NotYetEligible implements Veto {
    @Override
    public String name() {
        return "not yet eligible";
    }

    @Override
    public Optional<String> against(Case item) {
        return switch (item.classification().eligibility()) {
            case Eligibility.On on ->
                on.day().isAfter(item.terms().day())
                        ? Optional.of("It is kept until " + on.day() + " ("
                                + item.classification().authority() + ").")
                        : Optional.empty();
            case Eligibility.Never never -> Optional.of("It is kept: " + never.why() + ".");
            case Eligibility.Waiting waiting -> Optional.of("Its period waits for " + waiting.forWhat() + ".");
        };
    }
}

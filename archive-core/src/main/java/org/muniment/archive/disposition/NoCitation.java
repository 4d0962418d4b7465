package org.muniment.archive.disposition;

import java.util.Optional;

/** Nothing is destroyed without a citation of the schedule in force. */
final class NoCitation implements Veto {
    @Override
    public String name() {
        return "no citation";
    }

    @Override
    public Optional<String> against(Case item) {
        return item.series().filter(series -> !series.authority().isBlank()).isPresent()
                ? Optional.empty()
                : Optional.of("The schedule in force has no series "
                        + item.classification().series() + ", so nothing can be cited for its destruction.");
    }
}

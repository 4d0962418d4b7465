package org.muniment.archive.disposition;

import java.util.Optional;

/** What an officer once restored is not listed again without anybody looking at it. */
final class TakenOffByAnOfficer implements Veto {
    @Override
    public String name() {
        return "restored before";
    }

    @Override
    public Optional<String> against(Case item) {
        return item.terms().unattended() && item.surroundings().takenOff()
                ? Optional.of("An officer once restored it or took it off a list: only an approved list may have it.")
                : Optional.empty();
    }
}

package org.muniment.archive.disposition;

import java.util.Optional;
import org.muniment.archive.item.Coverage;

/** Part of it could not be read and might be a record; a person who looked at it may declare what it is. */
final class NotReadInFull implements Veto {
    @Override
    public String name() {
        return "not read in full";
    }

    @Override
    public Optional<String> against(Case item) {
        Coverage coverage = item.item().item().coverage();
        if (coverage.extent() == Coverage.Extent.FULLY || item.declared()) {
            return Optional.empty();
        }
        return Optional.of(
                "It could not be read in full (" + coverage.gaps().getFirst().reason()
                        + "): what was not read might be a record. A declaration of its class settles that.");
    }
}

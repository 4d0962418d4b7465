package org.muniment.archive.disposition;

import java.util.Optional;

/** The standing authority lapsed, was revoked, or is not for the item's series. */
final class NotUnderTheAuthority implements Veto {
    @Override
    public String name() {
        return "no standing authority";
    }

    @Override
    public Optional<String> against(Case item) {
        StandingAuthority authority = item.terms().authority();
        if (authority == null) {
            return Optional.empty();
        }
        if (!authority.holdsOn(item.terms().day())) {
            return Optional.of("Standing authority " + authority.id() + " was revoked or has lapsed.");
        }
        return authority.series().contains(item.classification().series())
                ? Optional.empty()
                : Optional.of("Standing authority " + authority.id() + " is not for series "
                        + item.classification().series() + ".");
    }
}

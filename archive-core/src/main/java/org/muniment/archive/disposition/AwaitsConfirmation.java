package org.muniment.archive.disposition;

import java.util.Optional;

/** Somebody declared what it is, and nobody has confirmed or settled that. */
final class AwaitsConfirmation implements Veto {
    @Override
    public String name() {
        return "declaration awaits confirmation";
    }

    @Override
    public Optional<String> against(Case item) {
        return item.surroundings().awaitsConfirmation()
                ? Optional.of("A declaration of its class awaits confirmation by a second person.")
                : Optional.empty();
    }
}

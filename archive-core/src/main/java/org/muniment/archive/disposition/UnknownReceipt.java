package org.muniment.archive.disposition;

import java.util.Optional;

/** Its age is unknown, and unknown is never old. */
final class UnknownReceipt implements Veto {
    @Override
    public String name() {
        return "unknown receipt date";
    }

    @Override
    public Optional<String> against(Case item) {
        boolean unknown = item.item().item().dates().received() == null
                || item.classification().origin() == null;
        return unknown ? Optional.of("The day it was received is unknown, so its age is too.") : Optional.empty();
    }
}

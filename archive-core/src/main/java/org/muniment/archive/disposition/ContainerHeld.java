package org.muniment.archive.disposition;

import java.util.Optional;

/**
 * Another item of the file that this one came out of is on hold. That file is destroyed with the first of its items, so all
 * of them stay.
 */
record ContainerHeld() implements Veto {
    @Override
    public String name() {
        return "its container also holds items on hold";
    }

    @Override
    public Optional<String> against(Case item) {
        return item.besides().isEmpty()
                ? Optional.empty()
                : Optional.of("The file that it came out of also holds items on hold: "
                        + String.join(", ", item.besides())
                        + ". That file would be destroyed with it, so it stays as long as they do.");
    }
}

package org.muniment.api;

import java.util.Locale;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.hold.LegalHold;

/** A hold that a person named. */
final class NamedHold {
    private NamedHold() {}

    /**
     * Reads a hold's name.
     *
     * @throws WrongUsage when it is none
     */
    static HoldId id(String name) {
        try {
            return new HoldId(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(Reason.of(wrong));
        }
    }

    /**
     * Finds it.
     *
     * @throws HoldRefused when there is none of that name
     */
    static LegalHold find(Archive archive, String name) {
        HoldId id = id(name);
        return archive.holds()
                .find(id)
                .orElseThrow(() -> new HoldRefused("There is no hold " + id + ". To see them all: muniment hold list"));
    }
}

package org.muniment.api.accounts;

import org.muniment.api.WrongUsage;
import org.muniment.archive.ledger.Officer;

/** Reads an officer's name, or says what is wrong with it. */
final class NamedOfficer {
    private NamedOfficer() {}

    static Officer of(String name) {
        try {
            return new Officer(name);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage("--by: " + wrong.getMessage());
        }
    }
}

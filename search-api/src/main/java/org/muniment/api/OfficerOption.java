package org.muniment.api;

import org.muniment.archive.ledger.Officer;
import picocli.CommandLine.Option;

/** Who decides, as it stands in the records for ever. */
final class OfficerOption {
    @Option(
            names = "--by",
            paramLabel = "NAME",
            required = true,
            description = "Who decides this: name, comma, title. It is kept for ever.")
    private String name = "";

    Officer officer() {
        return officer(name);
    }

    /** Reads a name, or says what is wrong with it. */
    static Officer officer(String name) {
        try {
            return new Officer(name);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage("--by: " + Reason.of(wrong));
        }
    }
}

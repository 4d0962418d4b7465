package org.muniment.api;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For what a person looks at the mail of others on a server: a mixin. */
final class PurposeOption {
    @Option(
            names = "--for",
            paramLabel = "PURPOSE",
            description =
                    "With --server: for what you look at others' mail, such as request:R1, matter:M2 or retention. It is "
                            + "recorded. Left out, your own mail is looked at.")
    private @Nullable String purpose;

    @Nullable
    String text() {
        return purpose;
    }

    /** @throws WrongUsage when it was given, and no server is asked */
    void refuse() {
        if (purpose != null) {
            throw new WrongUsage("--for goes with --server");
        }
    }
}

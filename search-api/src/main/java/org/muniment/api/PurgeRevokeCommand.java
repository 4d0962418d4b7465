package org.muniment.api;

import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment purge revoke}: ends a standing authority at once. */
@Command(
        name = "revoke",
        description = "Ends a standing authority at once: what is condemned under it is not destroyed any more.",
        footer = {"", "Example:", "  muniment purge revoke A1 --by 'Ann Lee, Superintendent'"})
final class PurgeRevokeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Parameters(paramLabel = "AUTHORITY", description = "The standing authority, such as A1.")
    private String name = "";

    PurgeRevokeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Revoked(String id, String by) {}

    @Override
    public Integer call() {
        Officer officer = by.officer();
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.disposal()
                            .authorities()
                            .revoke(name, officer, archive.clock().instant()));
            archive.ledger().checkpoint();
            options.answer(
                    terminal,
                    new Revoked(name, officer.name()),
                    () -> terminal.say("Standing authority %s is revoked", name));
        }
        return ExitCode.DONE;
    }
}

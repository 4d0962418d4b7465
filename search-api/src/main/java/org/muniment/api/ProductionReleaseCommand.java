package org.muniment.api;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.production.Production;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment production release}: the package is given out. */
@Command(
        name = "release",
        description = {
            "Records that a checked production is given out.",
            "From then on, a later production that shows less of an item has to be decided upon (Gov. Code 7921.505)."
        },
        footer = {"", "Example:", "  muniment production release PR1 --by 'Maria Ortiz, Records'"})
final class ProductionReleaseCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption officer = new OfficerOption();

    @Parameters(paramLabel = "PRODUCTION", description = "The production, such as PR1.")
    private String name = "";

    ProductionReleaseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            Production found = ShownProduction.find(archive, name);
            Production released = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.productions()
                            .release(
                                    found.id(),
                                    officer.officer(),
                                    archive.clock().instant())));
            archive.ledger().checkpoint();
            ShownProduction shown = ShownProduction.of(released);
            options.answer(
                    terminal,
                    shown,
                    () -> shown.print(terminal, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }
}

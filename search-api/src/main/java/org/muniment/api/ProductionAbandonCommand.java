package org.muniment.api;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.production.Production;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment production abandon}: a production that will not go out. */
@Command(
        name = "abandon",
        description = {
            "Gives up a production that was not released. The numbers on its pages are never given out again: they stay a gap that "
                    + "is listed with the reason.",
            "Its folder is left where it is."
        },
        footer = {
            "",
            "Example:",
            "  muniment production abandon PR2 --by 'Maria Ortiz, Records' \\",
            "    --reason 'wrong dates'"
        })
final class ProductionAbandonCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption officer = new OfficerOption();

    @Parameters(paramLabel = "PRODUCTION", description = "The production, such as PR1.")
    private String name = "";

    @Option(names = "--reason", paramLabel = "WORDS", required = true, description = "Why, in a few words.")
    private String reason = "";

    ProductionAbandonCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            Production found = ShownProduction.find(archive, name);
            Production given = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.productions()
                            .abandon(
                                    found.id(),
                                    officer.officer(),
                                    reason,
                                    archive.clock().instant())));
            archive.ledger().checkpoint();
            ShownProduction shown = ShownProduction.of(given);
            options.answer(
                    terminal,
                    shown,
                    () -> shown.print(terminal, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }
}

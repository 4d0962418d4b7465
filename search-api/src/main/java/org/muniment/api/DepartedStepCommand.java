package org.muniment.api;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.people.Departure;
import org.muniment.archive.people.DepartureStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment departed step}. */
@Command(
        name = "step",
        description = {
            "Records that a step of the checklist was taken. Steps come in their order, each once:",
            "classification, hold-check, first-approval, second-approval (another person), bundle, decision. Then the hold "
                    + "may be released, by two persons, as every hold."
        },
        footer = {
            "",
            "Example:",
            "  muniment departed step DE1 hold-check --by 'Maria Ortiz, Records' \\",
            "    --words 'Counsel knows of no claim; no request is open'"
        })
final class DepartedStepCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Parameters(index = "0", paramLabel = "DEPARTURE", description = "The departure, such as DE1.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "STEP", description = "The step, such as hold-check.")
    private String step = "";

    @Option(names = "--words", paramLabel = "TEXT", required = true, description = "What was found or decided.")
    private String words = "";

    DepartedStepCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Officer officer = by.officer();
        DepartureStep taken = Choice.of("step", DepartureStep.values(), ShownDeparture::name, step);
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            Departure departure = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.people()
                            .departures()
                            .take(
                                    NamedDeparture.id(name),
                                    taken,
                                    words,
                                    officer,
                                    archive.clock().instant())));
            archive.ledger().checkpoint();
            ShownDeparture shown = ShownDeparture.of(archive, departure);
            options.answer(
                    terminal,
                    shown,
                    () -> shown.print(terminal, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }
}

package org.muniment.api;

import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment departed show}. */
@Command(
        name = "show",
        description = "Shows a departure with its checklist: who took which step when, and what is next.",
        footer = {"", "Example:", "  muniment departed show DE1"})
final class DepartedShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "DEPARTURE", description = "The departure, such as DE1.")
    private String name = "";

    DepartedShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            ShownDeparture shown = ShownDeparture.of(archive, NamedDeparture.find(archive, name));
            options.answer(
                    terminal,
                    shown,
                    () -> shown.print(terminal, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }
}

package org.muniment.api;

import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment people show}. */
@Command(
        name = "show",
        description = "Shows what the directory knows of a person.",
        footer = {"", "Example:", "  muniment people show principal@district.example"})
final class PeopleShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "PERSON", description = "The id, such as PE7, or any address.")
    private String person = "";

    PeopleShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            ShownPerson shown = ShownPerson.of(NamedPerson.find(archive, person));
            options.answer(terminal, shown, () -> shown.print(terminal));
        }
        return ExitCode.DONE;
    }
}

package org.muniment.api;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muniment people}: the district's directory. */
@Command(
        name = "people",
        description = {
            "Knows who works for the district, under which addresses, and who left.",
            "Nobody is ever deleted. A day of separation holds the person's mail at once."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Example:", "  muniment people import staff.csv --by 'Maria Ortiz, Records'"})
final class PeopleCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    private PeopleCommand() {}

    static CommandLine withAll(Terminal terminal) {
        CommandLine line = new CommandLine(new PeopleCommand());
        line.addSubcommand(new PeopleImportCommand(terminal));
        line.addSubcommand(new PeopleListCommand(terminal));
        line.addSubcommand(new PeopleShowCommand(terminal));
        line.addSubcommand(new PeopleSeparateCommand(terminal));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

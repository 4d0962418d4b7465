package org.muniment.api;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muniment departed}: the mail of those who left. */
@Command(
        name = "departed",
        description = {
            "Says what is to be done about the mail of those who left, and records that it was.",
            "Until every step is taken, and two persons released it, a hold keeps the mail."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Example:", "  muniment departed list", "  muniment departed show DE1"})
final class DepartedCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    private DepartedCommand() {}

    static CommandLine withAll(Terminal terminal) {
        CommandLine line = new CommandLine(new DepartedCommand());
        line.addSubcommand(new DepartedListCommand(terminal));
        line.addSubcommand(new DepartedShowCommand(terminal));
        line.addSubcommand(new DepartedStepCommand(terminal));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

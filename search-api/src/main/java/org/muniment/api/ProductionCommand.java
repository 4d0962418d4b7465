package org.muniment.api;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muniment production}: what was made for requesters, courts and archives, and how it goes out. */
@Command(
        name = "production",
        description = {
            "Shows productions, and takes them from built to released.",
            "Who builds one can't check it: another person does, with the folder at hand. What was built never changes; to take "
                    + "something back, produce again with --replaces."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Example:",
            "  muniment production list",
            "  muniment production check PR1 --by 'Ann Lee, Superintendent'",
            "  muniment production release PR1 --by 'Maria Ortiz, Records'"
        })
final class ProductionCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    private ProductionCommand() {}

    static CommandLine withAll(Terminal terminal) {
        CommandLine line = new CommandLine(new ProductionCommand());
        line.addSubcommand(new ProductionListCommand(terminal));
        line.addSubcommand(new ProductionShowCommand(terminal));
        line.addSubcommand(new ProductionCheckCommand(terminal));
        line.addSubcommand(new ProductionReleaseCommand(terminal));
        line.addSubcommand(new ProductionAbandonCommand(terminal));
        line.addSubcommand(new ProductionGapsCommand(terminal));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

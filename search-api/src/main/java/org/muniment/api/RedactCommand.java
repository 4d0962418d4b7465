package org.muniment.api;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muniment redact}: what is removed before items are handed out. */
@Command(
        name = "redact",
        description = {
            "Proposes, applies and refuses redactions: passages that are removed beyond recovery when items are handed out.",
            "What is proposed waits for a person, and nothing of the item is handed out before."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Example:",
            "  muniment redact suggest R3 --roster pupils.csv",
            "  muniment redact list R3",
            "  muniment redact apply R3 X1 X2 --by 'M. Ortiz'"
        })
final class RedactCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    private RedactCommand() {}

    static CommandLine withAll(Terminal terminal) {
        CommandLine line = new CommandLine(new RedactCommand());
        line.addSubcommand(new RedactSuggestCommand(terminal));
        line.addSubcommand(new RedactListCommand(terminal));
        line.addSubcommand(new RedactApplyCommand(terminal));
        line.addSubcommand(new RedactRefuseCommand(terminal));
        line.addSubcommand(new RedactAddCommand(terminal));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

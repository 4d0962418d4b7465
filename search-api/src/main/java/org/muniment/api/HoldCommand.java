package org.muniment.api;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muniment hold}: everything about legal holds. */
@Command(
        name = "hold",
        description = {
            "Places and releases legal holds: what a hold covers is not destroyed.",
            "A hold binds from the moment it is placed, for what there is and what comes. A release takes two people."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Example:",
            "  muniment hold place --matter 'Doe v. District' --kind litigation \\",
            "    --custodian clerk@district.example --by 'Maria Ortiz, Records'"
        })
final class HoldCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    private HoldCommand() {}

    static CommandLine withAll(Terminal terminal) {
        CommandLine line = new CommandLine(new HoldCommand());
        line.addSubcommand(new HoldPreviewCommand(terminal));
        line.addSubcommand(new HoldPlaceCommand(terminal));
        line.addSubcommand(new HoldListCommand(terminal));
        line.addSubcommand(new HoldShowCommand(terminal));
        line.addSubcommand(new HoldItemsCommand(terminal));
        line.addSubcommand(new HoldDueCommand(terminal));
        line.addSubcommand(new HoldWeekCommand(terminal));
        line.addSubcommand(new HoldLetterCommand(terminal));
        line.addSubcommand(new HoldNoticeCommand(terminal));
        line.addSubcommand(new HoldReleaseCommand(terminal));
        line.addSubcommand(new HoldApproveCommand(terminal));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

package org.muniment.api;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muniment request}: requests under the Public Records Act. */
@Command(
        name = "request",
        description = {
            "Enters requests for records and says by when they must be answered.",
            "While a request is open, a hold keeps everything it asks for."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Example:",
            "  muniment request open --requester 'Dana Reyes' \\",
            "    --summary 'Mail on the field lights' --query 'field lights' \\",
            "    --by 'Maria Ortiz, Records'"
        })
final class RequestCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    private RequestCommand() {}

    static CommandLine withAll(Terminal terminal) {
        CommandLine line = new CommandLine(new RequestCommand());
        line.addSubcommand(new RequestOpenCommand(terminal));
        line.addSubcommand(new RequestListCommand(terminal));
        line.addSubcommand(new RequestShowCommand(terminal));
        line.addSubcommand(new RequestProposeCommand(terminal));
        line.addSubcommand(new RequestNoteCommand(terminal));
        line.addSubcommand(new RequestLetterCommand(terminal));
        line.addSubcommand(new RequestTemplatesCommand(terminal));
        line.addSubcommand(new RequestExtendCommand(terminal));
        line.addSubcommand(new RequestCloseCommand(terminal));
        line.addSubcommand(new RequestLogCommand(terminal));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

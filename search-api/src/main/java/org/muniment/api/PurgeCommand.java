package org.muniment.api;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muniment purge}: what is due is proposed, approved by a second person, and destroyed after a grace period. */
@Command(
        name = "purge",
        description = {
            "Destroys what the retention schedule says is due, and nothing else.",
            "A list is proposed by one person and approved by another with the board's action, or by a standing authority. "
                    + "Its items are hidden for 30 days, in which they can be restored, and then destroyed. Whatever is "
                    + "held, doubtful or not due is kept, and the list says why."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Example:",
            "  muniment purge plan --by 'Maria Ortiz, Records'",
            "  muniment purge approve P1 --by 'Ann Lee, Superintendent' \\",
            "    --meeting 2026-11-10 --reference 'item 7.3'",
            "  muniment purge execute     hides, and destroys what is over its grace"
        })
final class PurgeCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    private PurgeCommand() {}

    static CommandLine withAll(Terminal terminal) {
        CommandLine line = new CommandLine(new PurgeCommand());
        line.addSubcommand(new PurgePlanCommand(terminal));
        line.addSubcommand(new PurgeListCommand(terminal));
        line.addSubcommand(new PurgeShowCommand(terminal));
        line.addSubcommand(new PurgeApproveCommand(terminal));
        line.addSubcommand(new PurgeBoardListCommand(terminal));
        line.addSubcommand(new PurgeExecuteCommand(terminal));
        line.addSubcommand(new PurgeCertificateCommand(terminal));
        line.addSubcommand(new PurgeVerifyCommand(terminal));
        line.addSubcommand(new PurgeRestoreCommand(terminal));
        line.addSubcommand(new PurgeStatusCommand(terminal));
        line.addSubcommand(new PurgeAuthorizeCommand(terminal));
        line.addSubcommand(new PurgeRevokeCommand(terminal));
        line.addSubcommand(new PurgeOverrideCommand(terminal));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

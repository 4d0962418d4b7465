package org.muniment.api;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muniment mailbox}: the mailboxes that the purge may touch. */
@Command(
        name = "mailbox",
        description = {
            "Removes old mail from mailboxes, once it is proved to be in the archive, and puts mail back.",
            "Only in- and out-boxes, only what the mail server received at least 90 days ago, only when the archive's copy "
                    + "was read back just before. What leaves a mailbox stays in the archive under its class."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Example:",
            "  muniment mailbox add Maildir/ --custodian principal@district.example",
            "  muniment mailbox purge Maildir/ --dry-run",
            "  muniment mailbox restore imap://principal@mail.district.example \\",
            "    --custodian principal@district.example --by 'Maria Ortiz, Records'"
        })
final class MailboxCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    private MailboxCommand() {}

    static CommandLine withAll(Terminal terminal) {
        CommandLine line = new CommandLine(new MailboxCommand());
        line.addSubcommand(new MailboxAddCommand(terminal));
        line.addSubcommand(new MailboxListCommand(terminal));
        line.addSubcommand(new MailboxPurgeCommand(terminal));
        line.addSubcommand(new MailboxForgetCommand(terminal));
        line.addSubcommand(new MailboxRestoreCommand(terminal));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

package org.muniment.api.accounts;

import org.muniment.api.ArchiveOptions;
import org.muniment.api.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muniment accounts}: the register of the district's accounts on the web. */
@Command(
        name = "accounts",
        description = {
            "The register of the district's web sites and social media accounts: who asked for each, when and for"
                    + " what, and who authorised it. Board policy gives seven days for the answer.",
            "Entries of sources.yaml refer to an account by its name."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  muniment accounts list"})
public final class AccountsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    private AccountsCommand() {}

    /** The command with those within it. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new AccountsCommand())
                .addSubcommand(new AccountRequestCommand(terminal))
                .addSubcommand(new AccountDecideCommand(terminal))
                .addSubcommand(new AccountListCommand(terminal))
                .addSubcommand(new AccountShowCommand(terminal))
                .addSubcommand(new WatchedPagesCommand(terminal))
                .addSubcommand(new PostingsExportCommand(terminal));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

package org.muniment.api.users;

import org.muniment.api.ArchiveOptions;
import org.muniment.api.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muniment users}: who signs in to the web pages, and what each may do. */
@Command(
        name = "users",
        description = {
            "The people who sign in to the web pages: what each may do, and who looked at what of others.",
            "Works whether or not a server runs. What changes counts at the next page that the person asks for."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  muniment users list"})
public final class UsersCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    private UsersCommand() {}

    /** The command with those within it. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new UsersCommand())
                .addSubcommand(new UserAddCommand(terminal))
                .addSubcommand(new UserListCommand(terminal))
                .addSubcommand(new UserLinkCommand(terminal))
                .addSubcommand(new UserRolesCommand(terminal))
                .addSubcommand(new UserConfirmCommand(terminal))
                .addSubcommand(new UserDisableCommand(terminal))
                .addSubcommand(new LooksCommand(terminal));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
